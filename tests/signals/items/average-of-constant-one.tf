resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name = "errors"
  namespace = "AWS/ApplicationELB"
  metric_name = "HTTPCode_Target_5XX_Count"
  comparison_operator = "GreaterThanThreshold"
  threshold = 5
  period = 300
  evaluation_periods = 1
  dimensions = { LoadBalancer = "app/front/0123456789abcdef" }
  statistic = "Average" #! broken
  statistic = "Sum" #! repaired
}

