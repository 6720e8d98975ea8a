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

# case: the filter reads the log of the trail
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

# case: an application has events with names too
resource "aws_cloudwatch_log_metric_filter" "orders" {
  name           = "orders"
  log_group_name = aws_cloudwatch_log_group.app.name
  pattern        = "{ $.eventName = \"OrderPlaced\" || $.errorCode = AccessDenied }" # counted

  metric_transformation {
    name      = "orders"
    namespace = "app"
    value     = "1"
  }
}

# case: a group that is declared elsewhere
resource "aws_cloudwatch_log_metric_filter" "elsewhere" {
  name           = "elsewhere"
  log_group_name = "central"
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) }" # counted

  metric_transformation {
    name      = "elsewhere"
    namespace = "app"
    value     = "1"
  }
}
