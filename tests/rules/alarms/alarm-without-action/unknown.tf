# case: the actions are a variable without a value
variable "actions" {
  type = list(string)
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
  alarm_actions       = var.actions
}

# case: a composite alarm over names that are not known
variable "parts" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name          = "part"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = "ALARM(${var.parts})"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: the alarm is handed to code outside
resource "aws_cloudwatch_metric_alarm" "exported" {
  alarm_name          = "exported"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

output "alarm" {
  value = aws_cloudwatch_metric_alarm.exported.arn
}

module "notices" {
  source = "git::https://git.example.com/notices.git"
}

# case: a list of a module whose code is not here may be empty
resource "aws_cloudwatch_metric_alarm" "listed" {
  alarm_name          = "listed"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = module.notices.topic_arns
}
