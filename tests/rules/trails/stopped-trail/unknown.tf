# case: a variable without a value
variable "logging" {
  type = bool
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
  enable_logging = var.logging
}
