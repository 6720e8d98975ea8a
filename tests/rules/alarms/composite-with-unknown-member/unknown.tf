variable "member" {
  type = string
}

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

# case: an alarm that may be declared elsewhere
resource "aws_cloudwatch_composite_alarm" "elsewhere" {
  alarm_name    = "elsewhere"
  alarm_rule    = "ALARM(oncall-load)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a name that is given
resource "aws_cloudwatch_composite_alarm" "given" {
  alarm_name    = "given"
  alarm_rule    = "ALARM(${var.member})"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
