resource "aws_cloudwatch_event_target" "work" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sqs_queue.work.arn   # for the worker
}

resource "aws_sqs_queue" "lost" {
  name = "lost"
}
