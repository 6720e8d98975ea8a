# case: the bus leaves the root
resource "aws_cloudwatch_event_bus" "audit" {
  name = "audit"
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_bus_name = aws_cloudwatch_event_bus.audit.name
  event_pattern  = jsonencode({ source = ["aws.guardduty"] })
}

output "bus" {
  value = aws_cloudwatch_event_bus.audit.arn
}
