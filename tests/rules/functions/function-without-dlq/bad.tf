# case: nothing is said
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders" # shared
}

# case: a topic calls it too, and its role is declared
resource "aws_lambda_function" "payments" {
  function_name = "payments"
  role          = aws_iam_role.payments.arn
}

resource "aws_iam_role" "payments" {
  name               = "payments"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.payments.function_name
  principal     = "apigateway.amazonaws.com"
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.payments.function_name
  principal     = "sns.amazonaws.com"
}

resource "aws_lambda_function_event_invoke_config" "payments" {
  function_name          = aws_lambda_function.payments.function_name
  maximum_retry_attempts = 0 # at once
}
