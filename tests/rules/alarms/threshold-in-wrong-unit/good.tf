# case: seconds
resource "aws_cloudwatch_metric_alarm" "balancer" {
  alarm_name          = "balancer"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0.5
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}

# case: milliseconds
resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2500
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: bytes
resource "aws_cloudwatch_metric_alarm" "space" {
  alarm_name          = "space"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 20000000000
  dimensions = {
    DBInstanceIdentifier = "orders" # of this team
  }
}

# case: nothing at all
resource "aws_cloudwatch_metric_alarm" "none" {
  alarm_name          = "none"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    ApiName = "shop" # of this team
  }
}
