terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_db_instance" "orders" {
  identifier = "orders"
}

# case: the identifier
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

# case: a member of a cluster, whose id is its identifier
resource "aws_rds_cluster_instance" "one" {
  identifier = "one"
}

resource "aws_cloudwatch_metric_alarm" "member" {
  alarm_name          = "member"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 90
  dimensions = {
    DBInstanceIdentifier = aws_rds_cluster_instance.one.id # of this team
  }
}
