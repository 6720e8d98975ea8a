# case: the provider adds a suffix to the name
resource "aws_cloudwatch_log_group" "pay" {
  name_prefix       = "/aws/lambda/${aws_lambda_function.pay.function_name}-"
  retention_in_days = 30 # days
}

resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::123456789012:role/lambda"
}

# case: the suffix comes after a word
resource "aws_cloudwatch_log_group" "refund" {
  name_prefix       = "/aws/lambda/refund-logs-"
  retention_in_days = 30
}

resource "aws_lambda_function" "refund" {
  function_name = "refund"
  role          = "arn:aws:iam::123456789012:role/lambda"
}
