resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_cloudwatch_log_group" "app" {
  name = "app"
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

# case: the filter reads the log of an application
resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = aws_cloudwatch_log_group.app.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) }" # counted

  metric_transformation {
    name      = "keys"
    namespace = "app"
    value     = "1"
  }
}

# case: the group is named, not referred to
resource "aws_cloudwatch_log_metric_filter" "root" {
  name           = "root"
  log_group_name = "app"
  pattern        = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS }" # counted

  metric_transformation {
    name      = "root"
    namespace = "app"
    value     = "1"
  }
}
