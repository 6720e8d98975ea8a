resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*" # delivered within minutes
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"
}

# case: they are counted, and no alarm reads the count
resource "aws_cloudwatch_log_metric_filter" "events" {
  name           = "events"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }"

  metric_transformation {
    name      = "events"
    namespace = "audit"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "other" {
  alarm_name          = "other"
  metric_name         = "other"
  namespace           = "audit"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
