resource "aws_cloudwatch_metric_alarm" "possible" {
  alarm_name          = "possible"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
}
