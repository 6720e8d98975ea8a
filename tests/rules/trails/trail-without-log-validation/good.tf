# case: switched on
resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = true
}

# case: a local decides
locals {
  validate = true
}

resource "aws_cloudtrail" "by_local" {
  name                       = "audit-local"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = local.validate
}
