# case: instances whose name lacks the key
resource "aws_cloudwatch_metric_alarm" "age" {
  for_each = toset(["orders", "mails"])

  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}
