variable "period" {
  type = number
}

# case: a variable without a value
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "a"
  namespace           = "Shop"
  metric_name         = "Orders"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 3
  period              = var.period
}
