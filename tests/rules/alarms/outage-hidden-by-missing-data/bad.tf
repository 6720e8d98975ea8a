# case: a canary that does not run is well
resource "aws_cloudwatch_metric_alarm" "canary" {
  alarm_name          = "canary"
  namespace           = "CloudWatchSynthetics"
  metric_name         = "SuccessPercent"
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}

# case: the last word counts
resource "aws_cloudwatch_metric_alarm" "worker" {
  alarm_name          = "worker"
  namespace           = "Shop"
  metric_name         = "worker_heartbeat"
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "ignore"   # keeps calm
}

# case: a status check
resource "aws_cloudwatch_metric_alarm" "instance" {
  alarm_name          = "instance"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
}
