variable "receivers" {
  type = list(string)
}

variable "receiver" {
  type = string
}

# case: actions that are not known
resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = var.receivers
  ok_actions          = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: an address that is given
resource "aws_cloudwatch_metric_alarm" "given" {
  alarm_name          = "given"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  ok_actions          = [var.receiver]
}
