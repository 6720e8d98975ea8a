# case: a dead-letter queue
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:orders-dead"
  }
}

# case: a destination for failures
resource "aws_lambda_function" "payments" {
  function_name = "payments"
  role          = "arn:aws:iam::111122223333:role/payments"
}

resource "aws_lambda_function_event_invoke_config" "payments" {
  function_name = aws_lambda_function.payments.function_name

  destination_config {
    on_failure {
      destination = "arn:aws:sqs:eu-west-1:111122223333:payments-dead"
    }
  }
}

# case: only an API calls it
resource "aws_lambda_function" "users" {
  function_name = "users"
  role          = "arn:aws:iam::111122223333:role/users"
}

resource "aws_lambda_permission" "users" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.users.function_name
  principal     = "apigateway.amazonaws.com"
}

# case: it reads a queue
resource "aws_lambda_function" "mails" {
  function_name = "mails"
  role          = "arn:aws:iam::111122223333:role/mails"
}

resource "aws_lambda_event_source_mapping" "mails" {
  function_name    = aws_lambda_function.mails.arn
  event_source_arn = "arn:aws:sqs:eu-west-1:111122223333:mails"
}

# case: called by Terraform itself, which waits
resource "aws_lambda_function" "setup" {
  function_name = "setup"
  role          = "arn:aws:iam::111122223333:role/setup"
}

resource "aws_lambda_invocation" "setup" {
  function_name = aws_lambda_function.setup.function_name
  input         = "{}"
}
