# case: no group
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  runtime       = "python3.12"
  handler       = "index.handler"
  filename      = "code.zip"
  role          = "arn:aws:iam::111122223333:role/function"
}

# case: the group of another function
resource "aws_lambda_function" "payments" {
  function_name = "payments"
  runtime       = "python3.12"
  handler       = "index.handler"
  filename      = "code.zip"
  role          = "arn:aws:iam::111122223333:role/function"
}

resource "aws_cloudwatch_log_group" "other" {
  name = "/aws/lambda/payments-legacy"
}
