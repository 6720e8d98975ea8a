resource "aws_lambda_function" "nightly" {
  function_name = "nightly" # by events
  role          = "arn:aws:iam::111122223333:role/nightly"

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:failures"
  }
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = aws_lambda_function.nightly.arn
}
