resource "aws_db_instance" "orders" {
  identifier = "orders"
}

# case: the id of an instance
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
    DBInstanceIdentifier = aws_db_instance.orders.id # of this team
  }
}

# case: through a local value
locals {
  database = aws_db_instance.orders.id
}

resource "aws_cloudwatch_metric_alarm" "space" {
  alarm_name          = "space"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 10000000000
  dimensions = {
    DBInstanceIdentifier = local.database # of this team
  }
}
