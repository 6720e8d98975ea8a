# case: a variable without a value
variable "enabled" {
  type = bool
}

resource "aws_cloudwatch_metric_alarm" "by_variable" {
  alarm_name          = "by-variable"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  actions_enabled     = var.enabled
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: on in production only
variable "environment" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "conditional" {
  alarm_name          = "conditional"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  actions_enabled     = var.environment == "production"
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
