# case: no alarm is declared beside it
resource "aws_sqs_queue" "failed" {
  name                      = "failed"
  message_retention_seconds = 1209600   # two weeks
}

resource "aws_sqs_queue" "work" {
  name           = "work"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 3 })
}
