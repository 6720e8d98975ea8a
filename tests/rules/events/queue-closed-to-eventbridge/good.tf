resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_sqs_queue" "work" {
  name = "work"
}

resource "aws_sqs_queue_policy" "work" {
  queue_url = aws_sqs_queue.work.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.work.arn
        Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.findings.arn } }
      },
    ]
  })
}

# case: admitted
resource "aws_cloudwatch_event_target" "work" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sqs_queue.work.arn
}

# case: the key of AWS, which the role of the target may use
resource "aws_sqs_queue" "sealed" {
  kms_master_key_id = "alias/aws/sqs"
}

resource "aws_cloudwatch_event_target" "sealed" {
  rule     = aws_cloudwatch_event_rule.findings.name
  arn      = aws_sqs_queue.sealed.arn
  role_arn = "arn:aws:iam::111122223333:role/events"
}
