# case: the attribute and the wildcard
resource "aws_cloudwatch_log_group" "audit" {
  name = "audit"
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.audit.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit"
}

# case: spelled out
resource "aws_cloudtrail" "spelled_out" {
  name                       = "audit-spelled-out"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit"
}

# case: no group at all
resource "aws_cloudtrail" "without" {
  name           = "audit-without"
  s3_bucket_name = "audit-logs"
}
