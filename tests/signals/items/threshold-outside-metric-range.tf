resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name = "cpu"
  namespace = "AWS/RDS"
  metric_name = "CPUUtilization"
  statistic = "Average"
  comparison_operator = "GreaterThanThreshold"
  period = 300
  evaluation_periods = 1
  dimensions = { DBInstanceIdentifier = "orders" }
  threshold = 100 #! broken
  threshold = 90 #! repaired
}

