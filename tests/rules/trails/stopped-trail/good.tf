# case: on is the default
resource "aws_cloudtrail" "implicit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: switched on
resource "aws_cloudtrail" "explicit" {
  name           = "audit-eu"
  s3_bucket_name = "audit-logs"
  enable_logging = true
}
