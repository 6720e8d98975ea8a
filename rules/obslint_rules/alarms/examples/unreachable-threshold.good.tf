resource "aws_cloudwatch_metric_alarm" "rest" {
  alarm_name          = "rest"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0.05
  dimensions = {
    ApiName = "shop" # of this team
  }
}
