variable "treatment" {
  type = string
}

variable "receivers" {
  type = list(string)
}

# case: a variable without a value
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
  treat_missing_data  = var.treatment
}

# case: actions that are not known
resource "aws_cloudwatch_metric_alarm" "worker" {
  alarm_name                = "worker"
  namespace                 = "Shop"
  metric_name               = "worker_heartbeat"
  statistic                 = "Sum"
  comparison_operator       = "LessThanThreshold"
  threshold                 = 1
  period                    = 60
  evaluation_periods        = 1
  alarm_actions             = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
  insufficient_data_actions = var.receivers
}
