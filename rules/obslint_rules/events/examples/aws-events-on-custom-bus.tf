resource "aws_cloudwatch_event_bus" "audit" {
  name = "audit"
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_bus_name = aws_cloudwatch_event_bus.audit.name   # ours
  event_pattern  = jsonencode({ source = ["aws.guardduty"] })
}
