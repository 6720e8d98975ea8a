provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

resource "aws_sns_topic" "billing" {
  provider = aws.virginia
  name     = "billing"
}

# case: a topic of another provider
resource "aws_cloudwatch_metric_alarm" "spend" {
  alarm_name          = "spend"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.billing.arn]
}


# case: the unit has a topic that somebody is subscribed to where the alarm is
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "https"
  endpoint  = "https://oncall.acme.dev/sns"
}

resource "aws_cloudwatch_metric_alarm" "cost" {
  alarm_name          = "cost"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:us-east-1:111122223333:pager"]   # the pager
  ok_actions          = []
}
