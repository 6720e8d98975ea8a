# case: no notifications
resource "aws_s3_bucket" "shop" {
  bucket = "shop" # orders
}

# case: notifications of another bucket only
resource "aws_s3_bucket" "other" {
  bucket = "other"
}

resource "aws_s3_bucket" "watched" {
  bucket = "watched"
}

resource "aws_s3_bucket_notification" "watched" {
  bucket      = aws_s3_bucket.watched.id
  eventbridge = true
}
