resource "aws_sns_topic" "alerts" {
  name = "critical-alerts"
}

# case: the declared name
resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:critical-alerts"]
}

# case: a reference
resource "aws_cloudwatch_metric_alarm" "depth" {
  alarm_name          = "depth"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

# case: quite another name
resource "aws_cloudwatch_metric_alarm" "lag" {
  alarm_name          = "lag"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: one of two of a kind
resource "aws_cloudwatch_metric_alarm" "second" {
  alarm_name          = "second"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:111122223333:critical-alerts-2"]
}

# case: no topic
resource "aws_cloudwatch_metric_alarm" "recover" {
  alarm_name          = "recover"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:automate:eu-central-1:ec2:recover"]
}

module "notices" {
  source = "git::https://git.example.com/notices.git"
}

# case: a topic of a module whose code is not here
resource "aws_cloudwatch_metric_alarm" "handed" {
  alarm_name          = "handed"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [module.notices.topic_arn]
}

data "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: a topic that is looked up
resource "aws_cloudwatch_metric_alarm" "looked_up" {
  alarm_name          = "looked-up"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [ data.aws_sns_topic.oncall.arn ] # by name
}
