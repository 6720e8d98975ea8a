# case: on is the default
resource "aws_cloudwatch_metric_alarm" "implicit" {
  alarm_name          = "implicit"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: switched on
resource "aws_cloudwatch_metric_alarm" "explicit" {
  alarm_name          = "explicit"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  actions_enabled     = true
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a part of a composite alarm, which acts in its place
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name          = "part"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  actions_enabled     = false
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.part.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
