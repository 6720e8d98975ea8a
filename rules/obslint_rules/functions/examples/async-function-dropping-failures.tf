resource "aws_lambda_function" "nightly" {
  function_name = "nightly" # by events
  role          = "arn:aws:iam::111122223333:role/nightly"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = aws_lambda_function.nightly.arn
}
