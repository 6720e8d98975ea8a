resource "aws_cloudwatch_metric_alarm" "balancer" {
  alarm_name          = "balancer"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0.5
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}
