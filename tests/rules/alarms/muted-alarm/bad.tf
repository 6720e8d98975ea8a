# case: listed actions are skipped
resource "aws_cloudwatch_metric_alarm" "listed" {
  alarm_name          = "listed"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  actions_enabled     = false # until Monday
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: there are none to skip
resource "aws_cloudwatch_metric_alarm" "none" {
  alarm_name          = "none"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  actions_enabled     = false
}

# case: a composite alarm
resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name      = "whole"
  alarm_rule      = "ALARM(elsewhere)"
  actions_enabled = false
  alarm_actions   = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
