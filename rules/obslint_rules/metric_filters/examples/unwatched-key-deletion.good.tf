resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*" # delivered within minutes
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"
}

resource "aws_cloudwatch_log_metric_filter" "events" {
  name           = "events"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{($.eventName = \"ScheduleKeyDeletion\" || $.eventName = \"DisableKey\")&&($.eventSource=kms.amazonaws.com)}"

  metric_transformation {
    name      = "events"
    namespace = "audit"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "events" {
  alarm_name          = "events"
  metric_name         = aws_cloudwatch_log_metric_filter.events.id
  namespace           = "audit"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
