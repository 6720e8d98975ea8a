# scan: complete
resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "checkout-latency"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: declared nowhere
resource "aws_cloudwatch_composite_alarm" "nowhere" {
  alarm_name    = "nowhere"
  alarm_rule    = "ALARM(oncall-load)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
