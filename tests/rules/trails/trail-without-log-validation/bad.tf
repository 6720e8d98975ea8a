# case: nothing is said, and no validation is the default
resource "aws_cloudtrail" "implicit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: switched off
resource "aws_cloudtrail" "explicit" {
  name                       = "audit-eu"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = false
}

# case: null means the default
resource "aws_cloudtrail" "null" {
  name                       = "audit-null"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = null
}
