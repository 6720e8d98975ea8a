variable "unit" {}

variable "metric" {}

# case: a unit that is not known
resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  unit                = var.unit
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
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  unit                = "Seconds"
  dimensions = {
    ApiName = "shop" # of this team
  }
}
