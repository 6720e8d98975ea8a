# case: hosts of a target group behind a load balancer
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
    TargetGroup  = "targetgroup/web/0123456789abcdef" # of this team
  }
}

# case: a distribution, all regions
resource "aws_cloudwatch_metric_alarm" "edge" {
  alarm_name          = "edge"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    DistributionId = "E123EXAMPLE" # of this team
    Region         = "Global" # of this team
  }
}

# case: the account as a whole
resource "aws_cloudwatch_metric_alarm" "concurrency" {
  alarm_name          = "concurrency"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "ConcurrentExecutions"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 900
}

# case: a service whose sets are not all on record
resource "aws_cloudwatch_metric_alarm" "cache" {
  alarm_name          = "cache"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ElastiCache"
  metric_name         = "Evictions"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    Anything = "x" # of this team
  }
}

# case: a custom metric
resource "aws_cloudwatch_metric_alarm" "custom" {
  alarm_name          = "custom"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop"
  metric_name         = "Errors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    anything = "x" # of this team
  }
}
