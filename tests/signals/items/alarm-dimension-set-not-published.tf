resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name = "hosts"
  namespace = "AWS/ApplicationELB"
  metric_name = "HealthyHostCount"
  statistic = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold = 2
  period = 300
  evaluation_periods = 1
  dimensions = { LoadBalancer = "app/front/0123456789abcdef" } #! broken
  dimensions = { LoadBalancer = "app/front/0123456789abcdef", TargetGroup = "targetgroup/web/0123456789abcdef" } #! repaired
}

