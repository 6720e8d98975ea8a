# case: nothing is said
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  timeout       = 10 # seconds
}

# case: only what the caller traces
resource "aws_lambda_function" "payments" {
  function_name = "payments"
  role          = "arn:aws:iam::111122223333:role/payments"

  tracing_config {
    mode   =   "PassThrough" # cheaper
  }
}

# case: a variable decides
variable "mode" {
  default = "PassThrough"
}

resource "aws_lambda_function" "users" {
  function_name = "users"
  role          = aws_iam_role.users.arn

  tracing_config {
    mode = var.mode
  }
}

resource "aws_iam_role" "users" {
  name               = "users"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
