resource "aws_cloudwatch_event_bus" "audit" {
  name = "audit"
}

resource "aws_cloudwatch_event_rule" "all" {
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_target" "all" {
  rule = aws_cloudwatch_event_rule.all.name
  arn  = aws_cloudwatch_event_bus.audit.arn
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_bus_name = aws_cloudwatch_event_bus.audit.name
  event_pattern  = jsonencode({ source = ["aws.guardduty"] })
}
