# case: no list at all
resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "silent"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: empty lists
resource "aws_cloudwatch_metric_alarm" "empty" {
  alarm_name          = "empty"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = []
  ok_actions          = []
}

# case: a composite alarm is an alarm as well
resource "aws_cloudwatch_composite_alarm" "both" {
  alarm_name = "both"
  alarm_rule = "ALARM(elsewhere-a) AND ALARM(elsewhere-b)"
}

# case: an event rule for another alarm does not help
resource "aws_cloudwatch_metric_alarm" "unrouted" {
  alarm_name          = "unrouted"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_event_rule" "other" {
  name          = "other-alarm"
  event_pattern = jsonencode({ source = ["aws.cloudwatch"], detail = { alarmName = ["other"] } })
}

# case: it stands in a dashboard, which calls nobody
resource "aws_cloudwatch_metric_alarm" "shown" {
  alarm_name          = "shown"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = "shop"
  dashboard_body = jsonencode({ widgets = [{ type = "alarm", properties = { alarms = [aws_cloudwatch_metric_alarm.shown.arn] } }] })
}
