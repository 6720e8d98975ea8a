resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2000
  unit                = "Milliseconds"
  dimensions = {
    ApiName = "shop" # of this team
  }
}
