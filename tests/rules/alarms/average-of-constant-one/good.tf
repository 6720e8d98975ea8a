# case: the sum of errors
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}

# case: any error at all
resource "aws_cloudwatch_metric_alarm" "any" {
  alarm_name          = "any"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}

# case: a latency, which has an average
resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name          = "slow"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}
