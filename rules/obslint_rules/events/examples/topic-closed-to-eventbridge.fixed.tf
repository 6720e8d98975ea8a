resource "aws_cloudwatch_event_target" "operators" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.operators.arn   # the pager
}

resource "aws_sns_topic" "shared" {
  name = "shared"
}

resource "aws_sns_topic_policy" "shared" {
  arn = aws_sns_topic.shared.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" } # alarms
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.shared.arn
      },
      {
        Effect   = "Allow"
        Principal = {
          Service = "events.amazonaws.com"
        }
        Action   = "sns:Publish"
        Resource = aws_sns_topic.shared.arn
      },
    ]
  })
}
