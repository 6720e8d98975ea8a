# case: names as AWS writes them
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
    TargetGroup  = "targetgroup/web/0123456789abcdef" # of this team
  }
}

# case: a service that keeps adding metrics
resource "aws_cloudwatch_metric_alarm" "engine" {
  alarm_name          = "engine"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "SomethingNewOfTheEngine"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    DBInstanceIdentifier = "orders" # of this team
  }
}

# case: a custom namespace
resource "aws_cloudwatch_metric_alarm" "custom" {
  alarm_name          = "custom"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop"
  metric_name         = "UnhealthyHostCount"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: in a namespace of which not every metric is on record
resource "aws_cloudwatch_metric_alarm" "tokens" {
  alarm_name          = "tokens"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Bedrock"
  metric_name         = "ReasoningTokenCount"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 100000
  dimensions = {
    ModelId = "amazon.titan-embed-text-v2:0"
  }
}
