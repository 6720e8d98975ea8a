# case: a variable without a value
variable "group" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = var.group
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit"
}
