# case: both
resource "aws_cloudwatch_metric_alarm" "both" {
  alarm_name          = "both"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
  ok_actions          = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: failure only
resource "aws_cloudwatch_metric_alarm" "failure" {
  alarm_name          = "failure"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a heartbeat
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
}

# case: scaling back in
resource "aws_cloudwatch_metric_alarm" "idle" {
  alarm_name          = "idle"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  ok_actions          = ["arn:aws:autoscaling:eu-central-1:111122223333:scalingPolicy:b:autoScalingGroupName/web:policyName/in"]
}

# case: the composite alarm calls
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name          = "part"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  ok_actions          = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.part.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
