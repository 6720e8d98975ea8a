resource "aws_iam_role" "bare" {
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "bare" {
  function_name = "bare"
  role          =   aws_iam_role.bare.arn # what it runs with
}
