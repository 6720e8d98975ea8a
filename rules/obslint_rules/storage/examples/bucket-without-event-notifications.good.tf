resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_notification" "shop" {
  bucket = aws_s3_bucket.shop.id

  queue {
    queue_arn = "arn:aws:sqs:eu-west-1:111111111111:shop"
    events    = ["s3:ObjectCreated:*"]
  }
}
