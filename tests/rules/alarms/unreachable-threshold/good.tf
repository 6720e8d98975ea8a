# case: a share
resource "aws_cloudwatch_metric_alarm" "rest" {
  alarm_name          = "rest"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0.05
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: a number of errors
resource "aws_cloudwatch_metric_alarm" "sum" {
  alarm_name          = "sum"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: most of the processor
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
    DBInstanceIdentifier = "orders" # of this team
  }
}

# case: a sum of durations, which has no end
resource "aws_cloudwatch_metric_alarm" "total" {
  alarm_name          = "total"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1000000
  dimensions = {
    FunctionName = "orders" # of this team
  }
}

# case: exactly none
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "LessThanOrEqualToThreshold"
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
