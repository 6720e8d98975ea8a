resource "aws_lb" "front" {
  name = "front"
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name = "slow"
  namespace = "AWS/ApplicationELB"
  metric_name = "TargetResponseTime"
  statistic = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold = 1
  period = 300
  evaluation_periods = 1
  dimensions = { LoadBalancer = aws_lb.front.arn } #! broken
  dimensions = { LoadBalancer = aws_lb.front.arn_suffix } #! repaired
  alarm_actions = ["arn:aws:sns:eu-west-1:111122223333:oncall"]
}

