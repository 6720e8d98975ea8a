# case: no key
resource "aws_cloudtrail" "plain" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: an empty text is no key
resource "aws_cloudtrail" "empty" {
  name           = "audit-empty"
  s3_bucket_name = "audit-logs"
  kms_key_id     = ""
}
