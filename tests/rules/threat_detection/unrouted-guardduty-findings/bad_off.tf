# scan: complete
# case: a rule that is off, and one for something else
resource "aws_guardduty_detector" "main" {
  enable = true   # in this region
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "findings"
  state = "DISABLED"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_rule" "other" {
  name = "other"
  event_pattern = jsonencode({ source = ["aws.health"] })
}
