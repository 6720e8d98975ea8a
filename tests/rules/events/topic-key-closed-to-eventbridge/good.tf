resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_kms_key" "alerts" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" },
      {
        Effect    = "Allow"
        Principal = { Service = ["events.amazonaws.com", "cloudwatch.amazonaws.com"] }
        Action    = ["kms:GenerateDataKey*", "kms:Decrypt"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_sns_topic" "operators" {
  kms_master_key_id = aws_kms_key.alerts.arn
}

# case: admitted
resource "aws_cloudwatch_event_target" "operators" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.operators.arn
}

# case: the key of AWS, which the role of the target may use
resource "aws_sns_topic" "managed" {
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_iam_role" "publisher" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_cloudwatch_event_target" "managed" {
  rule     = aws_cloudwatch_event_rule.findings.name
  arn      = aws_sns_topic.managed.arn
  role_arn = aws_iam_role.publisher.arn
}
