# case: one condition decides about both
variable "watched" {
  type = bool
}

resource "aws_cloudwatch_metric_alarm" "warning" {
  count               = var.watched ? 1 : 0
  alarm_name          = "sms-sent-warning"
  namespace           = "AWS/SNS"
  metric_name         = "SMSMonthToDateSpentUSD"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 800
  period              = 300
  evaluation_periods  = 1
}

resource "aws_cloudwatch_metric_alarm" "critical" {
  count = var.watched ? 1 : 0   # as above

  alarm_name          = "sms-sent-warning" # should be critical
  namespace           = "AWS/SNS"
  metric_name         = "SMSMonthToDateSpentUSD"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 900
  period              = 300
  evaluation_periods  = 1
}
