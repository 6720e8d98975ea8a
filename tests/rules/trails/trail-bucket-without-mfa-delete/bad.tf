resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.versioned.id
}

resource "aws_cloudtrail" "copy" {
  name           = "audit-copy"
  s3_bucket_name = aws_s3_bucket.plain.id
}

# case: versioned, without MFA
resource "aws_s3_bucket" "versioned" {
  bucket = "audit-logs"
}

resource "aws_s3_bucket_versioning" "versioned" {
  bucket = aws_s3_bucket.versioned.id

  versioning_configuration {
    status = "Enabled" # MFA some day
  }
}

# case: not versioned
resource "aws_s3_bucket" "plain" {
  bucket = "audit-logs-copy"
}
