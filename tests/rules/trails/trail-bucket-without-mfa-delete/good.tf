resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_cloudtrail" "locked" {
  name           = "audit-locked"
  s3_bucket_name = aws_s3_bucket.locked.id
}

# case: MFA is required
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

# case: Object Lock keeps the versions
resource "aws_s3_bucket" "locked" {
  bucket              = "audit-logs-locked"
  object_lock_enabled = true
}

# case: no bucket of a trail
resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}
