resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
    TargetGroup  = "targetgroup/web/0123456789abcdef" # of this team
  }
}
