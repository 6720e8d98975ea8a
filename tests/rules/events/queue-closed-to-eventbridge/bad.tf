resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_sqs_queue" "work" {
  name = "work"
}

# case: no policy
resource "aws_cloudwatch_event_target" "work" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sqs_queue.work.arn   # for the worker
}

resource "aws_sqs_queue" "lost" {
  name = "lost"
}

# case: a dead-letter queue
resource "aws_cloudwatch_event_target" "topic" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = "arn:aws:sns:eu-west-1:111122223333:operators"

  dead_letter_config {
    arn = aws_sqs_queue.lost.arn
  }
}

# case: the key of AWS, which its policy does not help
resource "aws_sqs_queue" "sealed" {
  kms_master_key_id = "alias/aws/sqs" # encrypted at least
}

resource "aws_sqs_queue_policy" "sealed" {
  queue_url = aws_sqs_queue.sealed.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.sealed.arn }]
  })
}

resource "aws_cloudwatch_event_target" "sealed" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sqs_queue.sealed.arn
}
