# case: a variable without a value
variable "period" {
  type = number
}

resource "aws_cloudwatch_metric_alarm" "by_variable" {
  alarm_name          = "by-variable"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = var.period
  evaluation_periods  = 1
}
