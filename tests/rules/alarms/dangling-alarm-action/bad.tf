data "aws_region" "here" {}

resource "aws_sns_topic" "alerts" {
  name = "critical-alerts"
}

# case: a letter is missing
resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:critical-alert"]   # the pager
}

# case: another separator, beside something else
resource "aws_cloudwatch_metric_alarm" "depth" {
  alarm_name          = "depth"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:elsewhere", "arn:aws:sns:eu-central-1:111122223333:critical_alerts"]
}

# case: on recovery, in the region of the stack
resource "aws_cloudwatch_metric_alarm" "lag" {
  alarm_name          = "lag"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:elsewhere"]
  ok_actions          = ["arn:aws:sns:${data.aws_region.here.name}:111122223333:crtical-alerts"]
}
