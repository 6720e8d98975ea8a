resource "aws_cloudwatch_metric_alarm" "odd" {
  alarm_name          = "odd"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 90
  evaluation_periods  = 1
}
