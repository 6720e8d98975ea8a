# case: the right name
resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/orders" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/lambda"
}

# case: the function has its group, this is for another
resource "aws_cloudwatch_log_group" "bills" {
  name              = "/aws/lambda/bills" # by hand
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "bills_prod" {
  name              = "/aws/lambda/${aws_lambda_function.bills_prod.function_name}" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "bills_prod" {
  function_name = "bills-prod"
  role          = "arn:aws:iam::123456789012:role/lambda"
}

# case: the function is told where to log
resource "aws_cloudwatch_log_group" "send_mail" {
  name              = "/aws/lambda/send_mail" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "send_mail" {
  function_name = "send-mail"
  role          = "arn:aws:iam::123456789012:role/lambda"

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.send_mail.name
  }
}

# case: another function, declared elsewhere
resource "aws_cloudwatch_log_group" "worker" {
  name              = "/aws/lambda/orders-worker" # by hand
  retention_in_days = 30
}

# case: a function at the edge
resource "aws_cloudwatch_log_group" "edge" {
  name              = "/aws/lambda/us-east-1.orders" # by hand
  retention_in_days = 30
}

# case: a name with a suffix, and the function is told to log there
resource "aws_cloudwatch_log_group" "pay" {
  name_prefix       = "/aws/lambda/pay-" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::123456789012:role/lambda"

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.pay.name
  }
}

# case: a second group beside that of the function
resource "aws_cloudwatch_log_group" "refund" {
  name              = "/aws/lambda/${aws_lambda_function.refund.function_name}" # by hand
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "refund_audit" {
  name              = "/aws/lambda/${aws_lambda_function.refund.function_name}-audit" # by hand
  retention_in_days = 30
}

resource "aws_lambda_function" "refund" {
  function_name = "refund"
  role          = "arn:aws:iam::123456789012:role/lambda"
}
