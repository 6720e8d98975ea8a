resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

# case: a variable without a value
resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs"
}

variable "mfa_delete" {
  type = string
}

resource "aws_s3_bucket_versioning" "trail" {
  bucket = aws_s3_bucket.trail.id

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = var.mfa_delete
  }
}
