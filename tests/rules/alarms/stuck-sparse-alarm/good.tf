# case: silence is fine
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}

# case: written whether or not anything happens
resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: too few, not too many
resource "aws_cloudwatch_metric_alarm" "few" {
  alarm_name          = "few"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
}

# case: not a counter of errors
resource "aws_cloudwatch_metric_alarm" "duration" {
  alarm_name          = "duration"
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
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
