# case: said apart
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_sqs_queue_redrive_policy" "jobs" {
  queue_url      = aws_sqs_queue.jobs.id
  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-central-1:111122223333:lost", maxReceiveCount = 5 })
}

# case: it takes what others put aside
resource "aws_sqs_queue" "aside" {
  redrive_allow_policy = jsonencode({ redrivePermission = "allowAll" })
}
