resource "aws_sqs_queue" "jobs" {
  name = "jobs" # one a minute
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.jobs_dead_letters.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "jobs_dead_letters" {
  message_retention_seconds = 1209600
}
