resource "aws_sqs_queue" "jobs" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.lost.arn, maxReceiveCount = 5 })
}

resource "aws_sqs_queue" "lost" {
  name = "lost"
}
