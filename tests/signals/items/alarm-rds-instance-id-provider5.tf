resource "aws_db_instance" "orders" {
  identifier = "orders"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name = "cpu"
  namespace = "AWS/RDS"
  metric_name = "CPUUtilization"
  statistic = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold = 90
  period = 300
  evaluation_periods = 1
  dimensions = { DBInstanceIdentifier = aws_db_instance.orders.id } #! broken
  dimensions = { DBInstanceIdentifier = aws_db_instance.orders.identifier } #! repaired
}

