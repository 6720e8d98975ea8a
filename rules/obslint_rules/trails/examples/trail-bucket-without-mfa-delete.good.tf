resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs"
}

resource "aws_s3_bucket_versioning" "trail" {
  bucket = aws_s3_bucket.trail.id

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}
