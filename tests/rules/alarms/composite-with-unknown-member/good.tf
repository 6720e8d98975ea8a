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

# case: a reference
resource "aws_cloudwatch_composite_alarm" "reference" {
  alarm_name = "reference"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.latency.alarm_name})"
}

# case: it waits
resource "aws_cloudwatch_composite_alarm" "waits" {
  alarm_name = "waits"
  alarm_rule = "ALARM(checkout-latency)"
  depends_on = [aws_cloudwatch_metric_alarm.latency]
}
