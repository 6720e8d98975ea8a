resource "aws_iam_role" "bare" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "bare" {
  role       = aws_iam_role.bare.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "bare" {
  function_name = "bare"
  role          =   aws_iam_role.bare.arn # what it runs with
}
