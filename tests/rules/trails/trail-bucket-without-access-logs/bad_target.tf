resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

# case: the unit has a bucket for access logs
resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs" # of the account
}

resource "aws_s3_bucket" "access" {
  bucket = "access-logs"
}

resource "aws_s3_bucket_logging" "other" {
  bucket        = "orders"
  target_bucket = aws_s3_bucket.access.id
  target_prefix = "orders/"
}
