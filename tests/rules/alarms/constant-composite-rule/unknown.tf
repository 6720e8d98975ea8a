variable "member" {
  type = string
}

# case: a name that is given
resource "aws_cloudwatch_composite_alarm" "given" {
  alarm_name    = "given"
  alarm_rule    = "ALARM(${var.member}) AND OK(age)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: given as a whole
resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = var.member
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: not the language
resource "aws_cloudwatch_composite_alarm" "broken" {
  alarm_name    = "broken"
  alarm_rule    = "ALARM(age) UNLESS OK(lag)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}
