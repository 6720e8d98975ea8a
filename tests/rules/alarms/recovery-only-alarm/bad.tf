resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: an address written out
resource "aws_cloudwatch_metric_alarm" "literal" {
  alarm_name          = "literal"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  ok_actions          = ["arn:aws:sns:eu-central-1:111122223333:oncall"] # who wants to know
}

# case: a topic
resource "aws_cloudwatch_metric_alarm" "topic" {
  alarm_name          = "topic"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  ok_actions          = [aws_sns_topic.oncall.arn]
}

# case: an empty list
resource "aws_cloudwatch_metric_alarm" "empty" {
  alarm_name          = "empty"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = []
  ok_actions          = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: somebody is told of missing data as well
resource "aws_cloudwatch_metric_alarm" "data" {
  alarm_name                = "data"
  namespace                 = "AWS/SQS"
  metric_name               = "ApproximateAgeOfOldestMessage"
  statistic                 = "Maximum"
  comparison_operator       = "GreaterThanThreshold"
  threshold                 = 600
  period                    = 60
  evaluation_periods        = 1
  insufficient_data_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
  ok_actions                = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a composite alarm
resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name = "whole"
  alarm_rule = "ALARM(elsewhere)"
  ok_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
