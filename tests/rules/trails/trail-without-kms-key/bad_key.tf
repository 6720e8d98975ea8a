resource "aws_kms_key" "other" {
  description = "orders"
}

resource "aws_kms_key" "audit" {
  description = "audit"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "*"
      Resource  = "*"
    }]
  })
}

# case: the unit has one key for CloudTrail
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs" # of the account
}
