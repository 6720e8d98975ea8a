# case: a group without a role
resource "aws_cloudwatch_log_group" "audit" {
  name = "audit"
}

resource "aws_cloudtrail" "without_role" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.audit.arn}:*"
}

# case: a role without a group
resource "aws_cloudtrail" "without_group" {
  name                      = "audit-half"
  s3_bucket_name            = "audit-logs"
  cloud_watch_logs_role_arn = "arn:aws:iam::111122223333:role/audit"
}
