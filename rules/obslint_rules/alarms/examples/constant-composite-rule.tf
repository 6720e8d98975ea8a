resource "aws_cloudwatch_composite_alarm" "testing" {
  alarm_name    = "testing"
  alarm_rule    = "FALSE"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
