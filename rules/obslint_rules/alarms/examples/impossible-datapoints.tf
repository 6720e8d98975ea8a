resource "aws_cloudwatch_metric_alarm" "impossible" {
  alarm_name          = "impossible"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 2
  datapoints_to_alarm = 3
}
