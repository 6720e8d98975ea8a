# case: another case
resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/Orders" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/lambda"
}

# case: the environment is missing
resource "aws_cloudwatch_log_group" "bills" {
  name              = "/aws/lambda/bills" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "bills" {
  function_name = "bills-prod"
  role          = "arn:aws:iam::123456789012:role/lambda"
}

# case: other signs between the words
resource "aws_cloudwatch_log_group" "send_mail" {
  name              = "/aws/lambda/send_mail" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "send_mail" {
  function_name = "send-mail"
  role          = "arn:aws:iam::123456789012:role/lambda"
}
