# case: the mode is a variable without a value
variable "tracing_mode" {
  type = string
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  tracing_config {
    mode = var.tracing_mode
  }
}

# case: whether CloudFront may run it is not known
variable "trust" {
  type = string
}

resource "aws_iam_role" "headers" {
  name               = "headers"
  assume_role_policy = var.trust
}

resource "aws_lambda_function" "headers" {
  function_name = "headers"
  role          = aws_iam_role.headers.arn
}
