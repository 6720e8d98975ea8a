# case: a percentage as a share
resource "aws_cloudwatch_metric_alarm" "rest" {
  alarm_name          = "rest"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: more than all of the processor
resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 100
  dimensions = {
    DBInstanceIdentifier = "orders" # of this team
  }
}

# case: fewer than none
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "NumberOfMessagesSent"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = "orders" # of this team
  }
}

# case: longer than a function may run
resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name          = "slow"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"  # who is called: the team
  extended_statistic  = "p99"
  period              = 60
  evaluation_periods  = 1
  threshold           = 900000
  dimensions = {
    FunctionName = "orders" # of this team
  }
}
