# case: a bucket like any other
resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

# case: another one is logged to a bucket that is not declared here
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices"
}

resource "aws_s3_bucket" "logged" {
  bucket = "logged"
}

resource "aws_s3_bucket_logging" "logged" {
  bucket        = aws_s3_bucket.logged.id
  target_bucket = "elsewhere"
  target_prefix = "logged/"
}
