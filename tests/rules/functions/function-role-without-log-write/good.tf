# case: the policy of AWS
resource "aws_iam_role" "a" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.a.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

resource "aws_lambda_function" "a" {
  function_name = "a"
  role          = aws_iam_role.a.arn
}

# case: a policy for its group
resource "aws_iam_role" "b" {
  assume_role_policy = "{}"
}

resource "aws_cloudwatch_log_group" "b" {
  name = "/aws/lambda/b"
}

resource "aws_iam_role_policy" "b" {
  role = aws_iam_role.b.name
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "${aws_cloudwatch_log_group.b.arn}:*"
    }]
  })
}

resource "aws_lambda_function" "b" {
  function_name = "b"
  role          = aws_iam_role.b.arn
}
