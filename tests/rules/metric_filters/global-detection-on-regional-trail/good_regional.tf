provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

# case: the filter waits for calls of the region
resource "aws_cloudtrail" "regional" {
  name                       = "regional"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) }" # counted

  metric_transformation {
    name      = "keys"
    namespace = "app"
    value     = "1"
  }
}
