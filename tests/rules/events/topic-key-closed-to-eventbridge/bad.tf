resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_kms_key" "alerts" {
  description = "alerts"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" } # those who manage it
        Action    = "kms:*"
        Resource  = "*"
      },
    ]
  })
}

resource "aws_sns_topic" "operators" {
  name              = "operators"
  kms_master_key_id = aws_kms_key.alerts.arn
}

# case: a key of one's own
resource "aws_cloudwatch_event_target" "operators" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.operators.arn   # the pager
}
