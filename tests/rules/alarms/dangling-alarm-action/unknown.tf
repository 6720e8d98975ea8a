variable "receiver" {
  type = string
}

resource "aws_sns_topic" "alerts" {
  name = "critical-alerts"
}

# case: an address that is given
resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [var.receiver]
}

# case: an address that depends on what is not known
variable "quiet" {
  type = bool
}

resource "aws_cloudwatch_metric_alarm" "quiet" {
  alarm_name          = "quiet"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [var.quiet ? var.receiver : aws_sns_topic.alerts.arn]
}
