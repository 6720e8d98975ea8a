# case: the region of the provider is not written
resource "aws_cloudwatch_event_rule" "a" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_rule" "b" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.health"] })
}
