# case: somebody is told
resource "aws_cloudwatch_metric_alarm" "canary" {
  alarm_name                = "canary"
  namespace                 = "CloudWatchSynthetics"
  metric_name               = "SuccessPercent"
  statistic                 = "Average"
  comparison_operator       = "LessThanThreshold"
  threshold                 = 90
  period                    = 60
  evaluation_periods        = 1
  alarm_actions             = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
  insufficient_data_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: no data is a failure
resource "aws_cloudwatch_metric_alarm" "worker" {
  alarm_name          = "worker"
  namespace           = "Shop"
  metric_name         = "worker_heartbeat"
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
  treat_missing_data  = "breaching"
}

# case: no sign of life
resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a metric that has data only in a fault
resource "aws_cloudwatch_metric_alarm" "key" {
  alarm_name          = "key"
  namespace           = "AWS/ES"
  metric_name         = "KMSKeyError"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: part of a composite alarm
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name          = "part"
  namespace           = "CloudWatchSynthetics"
  metric_name         = "SuccessPercent"
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = "INSUFFICIENT_DATA(${aws_cloudwatch_metric_alarm.part.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: the metric of a filter is named by the filter's id, and counts what should not happen
resource "aws_cloudwatch_log_metric_filter" "refused" {
  name           = "Refused"
  log_group_name = "trail"
  pattern        = "{ $.errorCode = AccessDenied }"

  metric_transformation {
    name      = "Refused"
    namespace = "CIS"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "refused" {
  alarm_name          = "refused"
  namespace           = "CIS"
  metric_name         = aws_cloudwatch_log_metric_filter.refused.id
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}
