resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket" "data" {}

resource "aws_s3_bucket_logging" "data" {
  bucket        = aws_s3_bucket.data.id
  target_bucket =   aws_s3_bucket.logs.id # where they go
  target_prefix = "data/"
}
