# case: another key
resource "aws_sns_topic" "oncall" {
  kms_master_key_id = "alias/alerts"
}

# case: none
resource "aws_sns_topic" "news" {
  name = "news"
}

# case: alarms are sent to it, which is worse
resource "aws_sns_topic" "pager" {
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.pager.arn]
}
