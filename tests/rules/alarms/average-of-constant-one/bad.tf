# case: the average of errors
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}

# case: the maximum of a classic balancer
resource "aws_cloudwatch_metric_alarm" "classic" {
  alarm_name          = "classic"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  namespace           = "AWS/ELB"
  metric_name         = "HTTPCode_Backend_5XX"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 10
  dimensions = {
    LoadBalancerName = "front" # of this team
  }
}

# case: in a query
resource "aws_cloudwatch_metric_alarm" "query" {
  alarm_name          = "query"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 1
  metric_query {
    id          = "errors"
    return_data = true
    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_ELB_5XX_Count"
      period      = 60
      stat        = "Average" # of each response
      dimensions  = { LoadBalancer = "app/front/0123456789abcdef" }
    }
  }
}
