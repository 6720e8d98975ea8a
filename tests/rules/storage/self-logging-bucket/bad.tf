resource "aws_s3_bucket" "site" {
  bucket = "site"
}

resource "aws_s3_bucket" "access" {
  bucket = "access"
}

resource "aws_s3_bucket_logging" "site" {
  bucket        = aws_s3_bucket.site.id
  target_bucket = aws_s3_bucket.access.id
  target_prefix = "site/"
}

# case: apart
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_logging" "logs" {
  bucket        = aws_s3_bucket.logs.id
  target_bucket = aws_s3_bucket.logs.id # itself
  target_prefix = "self/"
}

# case: inside, by its name
resource "aws_s3_bucket" "old" {
  bucket = "old"

  logging {
    target_bucket =   "old"
  }
}
