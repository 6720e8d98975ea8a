# case: the role is a variable without a value
variable "role" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
  cloud_watch_logs_role_arn  = var.role
}
