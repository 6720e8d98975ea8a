resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

# case: logging as a resource of its own
resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs"
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = "access-logs"
  target_prefix = "audit/"
}

# case: no bucket of a trail
resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}
