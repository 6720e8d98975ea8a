# case: a variable without a value
variable "global" {
  type = bool
}

resource "aws_cloudtrail" "by_variable" {
  name                          = "audit"
  s3_bucket_name                = "audit-logs"
  include_global_service_events = var.global
}
