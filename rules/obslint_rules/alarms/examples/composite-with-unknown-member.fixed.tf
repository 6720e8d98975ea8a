resource "aws_cloudwatch_composite_alarm" "misspelled" {
  alarm_name    = "misspelled"
  alarm_rule    = "ALARM(\"${aws_cloudwatch_metric_alarm.latency.alarm_name}\")"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
