resource "aws_lambda_function" "nightly" {
  function_name = "nightly" # by events
  role          = "arn:aws:iam::111122223333:role/nightly"
}

resource "aws_sqs_queue" "nightly" {
  message_retention_seconds = 1209600
}

resource "aws_lambda_function_event_invoke_config" "nightly" {
  function_name = aws_lambda_function.nightly.function_name

  destination_config {
    on_failure {
      destination = aws_sqs_queue.nightly.arn
    }
  }
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = aws_lambda_function.nightly.arn
}
