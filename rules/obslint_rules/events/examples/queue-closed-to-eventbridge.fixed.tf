resource "aws_cloudwatch_event_target" "work" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sqs_queue.work.arn   # for the worker
}

resource "aws_sqs_queue" "lost" {
  name = "lost"
}

resource "aws_sqs_queue_policy" "lost" {
  queue_url = aws_sqs_queue.lost.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Principal = {
          Service = "events.amazonaws.com"
        }
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.lost.arn
      },
    ]
  })
}
