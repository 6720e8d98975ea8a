# case: put aside
resource "aws_sqs_queue" "jobs" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.lost.arn, maxReceiveCount = 5 })
}

resource "aws_sqs_queue" "lost" {
  name = "lost"
}

# case: called so
resource "aws_sqs_queue" "mails" {
  name = "mails-dlq"
}

# case: what a function could not handle
resource "aws_sqs_queue" "rest" {
  name = "rest"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::111122223333:role/worker"

  dead_letter_config {
    target_arn = aws_sqs_queue.rest.arn
  }
}
