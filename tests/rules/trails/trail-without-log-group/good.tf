# case: a group of this code
resource "aws_cloudwatch_log_group" "audit" {
  name = "audit"
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.audit.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit"
}

# case: a group that is looked up
data "aws_cloudwatch_log_group" "shared" {
  name = "shared"
}

resource "aws_cloudtrail" "shared" {
  name                       = "audit-shared"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${data.aws_cloudwatch_log_group.shared.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit"
}

# case: half of it is the business of another rule
resource "aws_cloudtrail" "half" {
  name                      = "audit-half"
  s3_bucket_name            = "audit-logs"
  cloud_watch_logs_role_arn = "arn:aws:iam::111122223333:role/audit"
}
