# case: no data is a failure
resource "aws_cloudwatch_metric_alarm" "canary" {
  alarm_name          = "canary"
  namespace           = "CloudWatchSynthetics"
  metric_name         = "SuccessPercent"
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "breaching"
}

# case: the default
resource "aws_cloudwatch_metric_alarm" "worker" {
  alarm_name          = "worker"
  namespace           = "Shop"
  metric_name         = "worker_heartbeat"
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
}

# case: the instance is recovered, not a person called
resource "aws_cloudwatch_metric_alarm" "instance" {
  alarm_name          = "instance"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:automate:eu-central-1:ec2:recover"]
  treat_missing_data  = "notBreaching"
}

# case: too much of something
resource "aws_cloudwatch_metric_alarm" "load" {
  alarm_name          = "load"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}

# case: how many beats were missed
resource "aws_cloudwatch_metric_alarm" "missed" {
  alarm_name          = "missed"
  namespace           = "Shop"
  metric_name         = "missed_heartbeats"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
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
