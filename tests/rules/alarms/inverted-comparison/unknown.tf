variable "threshold" {}

variable "metric" {}

variable "statistic" {}

# case: a threshold that is not known
resource "aws_cloudwatch_metric_alarm" "limit" {
  alarm_name          = "limit"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = var.threshold
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:oncall"]
  dimensions = {
    FunctionName = "orders" # of this team
  }
}

# case: a metric that is not known
resource "aws_cloudwatch_metric_alarm" "which" {
  alarm_name          = "which"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = var.metric  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:oncall"]
  dimensions = {
    FunctionName = "orders" # of this team
  }
}
