# case: the group is named after the function
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  runtime       = "python3.12"
  handler       = "index.handler"
  filename      = "code.zip"
  role          = "arn:aws:iam::111122223333:role/function"
}

resource "aws_cloudwatch_log_group" "orders" {
  name = "/aws/lambda/${aws_lambda_function.orders.function_name}"
}

# case: both are named after a variable without a value
variable "name" {
  type = string
}

resource "aws_lambda_function" "named" {
  function_name = var.name
  runtime       = "python3.12"
  handler       = "index.handler"
  filename      = "code.zip"
  role          = "arn:aws:iam::111122223333:role/function"
}

resource "aws_cloudwatch_log_group" "named" {
  name = "/aws/lambda/${var.name}"
}

# case: a group of another name
resource "aws_lambda_function" "shared" {
  function_name = "shared"
  runtime       = "python3.12"
  handler       = "index.handler"
  filename      = "code.zip"
  role          = "arn:aws:iam::111122223333:role/function"

  logging_config {
    log_format = "JSON"
    log_group  = "/shop/functions"
  }
}
