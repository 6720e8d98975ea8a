# case: variables without values
variable "group" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = var.group
}
