resource "aws_s3_bucket" "shop" {
  bucket = "shop" # orders
}

resource "aws_s3_bucket_notification" "shop" {
  bucket      = aws_s3_bucket.shop.id
  eventbridge = true
}
