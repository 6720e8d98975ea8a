resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 90
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders.identifier # of this team
  }
}
