resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_log_group" "events" {
  name = "/aws/events/findings"
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name = "events"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
        Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource  = "${aws_cloudwatch_log_group.events.arn}:*"
      },
    ]
  })
}

# case: admitted
resource "aws_cloudwatch_event_target" "events" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_cloudwatch_log_group.events.arn
}
