resource "aws_cloudwatch_composite_alarm" "reference" {
  alarm_name = "reference"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.latency.alarm_name})"
}
