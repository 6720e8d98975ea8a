# case: healthy hosts
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:oncall"]
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
    TargetGroup  = "targetgroup/web/0123456789abcdef" # of this team
  }
}

# case: fewer than one error
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:oncall"]
  dimensions = {
    FunctionName = "orders" # of this team
  }
}

# case: its own words
resource "aws_cloudwatch_metric_alarm" "low_space" {
  alarm_name          = "low_space"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 20000000000
  alarm_description   = "free space is low"
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:oncall"]
  dimensions = {
    DBInstanceIdentifier = "orders" # of this team
  }
}
