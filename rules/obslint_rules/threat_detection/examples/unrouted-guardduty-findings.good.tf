resource "aws_guardduty_detector" "main" {
  enable = true   # in this region
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}
