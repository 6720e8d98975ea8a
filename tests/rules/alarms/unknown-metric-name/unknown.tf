variable "metric" {}

variable "namespace" {}

# case: a metric that is not known
resource "aws_cloudwatch_metric_alarm" "other" {
  alarm_name          = "other"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = var.metric  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: a namespace that is not known
resource "aws_cloudwatch_metric_alarm" "elsewhere" {
  alarm_name          = "elsewhere"
  comparison_operator = "GreaterThanThreshold"
  namespace           = var.namespace
  metric_name         = "Errors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}
