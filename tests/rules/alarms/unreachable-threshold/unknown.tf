variable "threshold" {}

variable "metric" {}

variable "statistic" {}

# case: a threshold that is not known
resource "aws_cloudwatch_metric_alarm" "limit" {
  alarm_name          = "limit"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = var.threshold
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: a metric that is not known
resource "aws_cloudwatch_metric_alarm" "which" {
  alarm_name          = "which"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = var.metric  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1
  dimensions = {
    ApiName = "shop" # of this team
  }
}
