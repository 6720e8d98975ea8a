# case: traced
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  tracing_config {
    mode = "Active"
  }
}

# case: Lambda@Edge knows no tracing
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "headers" {
  name               = "headers"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_lambda_function" "headers" {
  function_name = "headers"
  role          = aws_iam_role.headers.arn
  publish       = true
}
