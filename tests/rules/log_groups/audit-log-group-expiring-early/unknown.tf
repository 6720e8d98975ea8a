# case: whether a trail writes to it is not known
variable "group_arn" {
  type = string
}

variable "group" {
  type = string
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = var.group_arn
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_cloudwatch_log_group" "perhaps" {
  name              = var.group
  retention_in_days = 30
}
