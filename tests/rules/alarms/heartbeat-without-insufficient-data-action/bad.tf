# case: the default
resource "aws_cloudwatch_metric_alarm" "canary" {
  alarm_name          = "canary"
  namespace           = "CloudWatchSynthetics"
  metric_name         = "SuccessPercent"
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: written
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
  treat_missing_data  = "missing" # we see then
}

# case: an empty list
resource "aws_cloudwatch_metric_alarm" "instance" {
  alarm_name                = "instance"
  namespace                 = "AWS/EC2"
  metric_name               = "StatusCheckFailed"
  statistic                 = "Maximum"
  comparison_operator       = "GreaterThanThreshold"
  threshold                 = 0
  period                    = 60
  evaluation_periods        = 1
  alarm_actions             = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
  insufficient_data_actions = []
}
