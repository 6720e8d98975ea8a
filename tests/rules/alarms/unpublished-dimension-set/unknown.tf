variable "dimensions" {}

variable "metric" {}

# case: dimensions that are not known
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions          = var.dimensions
}

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
