resource "aws_cloudwatch_composite_alarm" "misspelled" {
  alarm_name    = "misspelled"
  alarm_rule    = "ALARM(\"checkout-latncy\")"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
