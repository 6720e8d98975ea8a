resource "aws_cloudwatch_event_target" "events" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_cloudwatch_log_group.events.arn   # for later
}
