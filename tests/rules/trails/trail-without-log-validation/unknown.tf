# case: a variable without a value
variable "validate" {
  type = bool
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = var.validate
}
