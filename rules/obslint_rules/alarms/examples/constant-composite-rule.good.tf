resource "aws_cloudwatch_composite_alarm" "one" {
  alarm_name    = "one"
  alarm_rule    = "ALARM(age)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
