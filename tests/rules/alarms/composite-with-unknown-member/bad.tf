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

# case: a letter is missing
resource "aws_cloudwatch_composite_alarm" "misspelled" {
  alarm_name    = "misspelled"
  alarm_rule    = "ALARM(\"checkout-latncy\")"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: named by text only
resource "aws_cloudwatch_composite_alarm" "unordered" {
  alarm_name    = "unordered"
  alarm_rule    = "ALARM(checkout-latency) OR FALSE"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: with its address
resource "aws_cloudwatch_composite_alarm" "address" {
  alarm_name    = "address"
  alarm_rule    = "NOT OK(\"arn:aws:cloudwatch:eu-central-1:111122223333:alarm:checkout-latency\")"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: beside a reference
resource "aws_cloudwatch_composite_alarm" "mixed" {
  alarm_name = "mixed"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.latency.alarm_name}) AND ALARM(checkout_latency)" # twice
}
