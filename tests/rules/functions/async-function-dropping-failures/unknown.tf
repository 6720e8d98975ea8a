variable "given" {
  type = string
}

# case: the queue is given
resource "aws_lambda_function" "nightly" {
  function_name = "nightly" # by events
  role          = "arn:aws:iam::111122223333:role/nightly"

  dead_letter_config {
    target_arn = var.given
  }
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = aws_lambda_function.nightly.arn
}
