resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs"
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = "access-logs"
  target_prefix = "audit/"
}
