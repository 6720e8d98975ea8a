resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_cloudtrail" "by_name" {
  name           = "audit-by-name"
  s3_bucket_name = "audit-logs-by-name"
}

# case: the bucket of a trail
resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs" # of the account
}

# case: the bucket of a trail that is named
resource "aws_s3_bucket" "named" {
  bucket = "audit-logs-by-name"
}

# case: its policy admits CloudTrail
resource "aws_s3_bucket" "central" {
  bucket = "audit-logs-of-all"
}

resource "aws_s3_bucket_policy" "central" {
  bucket = aws_s3_bucket.central.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.central.arn}/*"
    }]
  })
}
