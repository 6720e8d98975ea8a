resource "aws_s3_bucket" "versioned" {
  bucket = "audit-logs"
}

resource "aws_s3_bucket_versioning" "versioned" {
  bucket = aws_s3_bucket.versioned.id

  versioning_configuration {
    status = "Enabled" # MFA some day
  }
}
