variable "balancer" {}

variable "namespace" {}

resource "aws_lb" "front" {
  name = "front"
}

# case: a variable without a value
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = var.balancer # of this team
  }
}

# case: a namespace that is not known
resource "aws_cloudwatch_metric_alarm" "custom" {
  alarm_name          = "custom"
  comparison_operator = "GreaterThanThreshold"
  namespace           = var.namespace
  metric_name         = "Errors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = aws_lb.front.arn # of this team
  }
}
