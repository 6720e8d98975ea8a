resource "aws_cloudwatch_event_target" "findings" {
  rule = "findings"
  arn  = "arn:aws:sns:eu-west-1:111122223333:operators"

  dead_letter_config {
    arn = aws_sqs_queue.lost.arn
  }
}

resource "aws_sqs_queue" "lost" {
}
