# case: a statement allows it on a parameter, copied from the one above
resource "aws_iam_role" "report" {
  name               = "report"
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "report" {
  name = "report"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = "arn:aws:ssm:eu-west-2:111122223333:parameter/report"
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:aws:ssm:eu-west-2:111122223333:parameter/report" # not a log group
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "report" {
  role       = aws_iam_role.report.name
  policy_arn = aws_iam_policy.report.arn
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.report.arn
  handler       = "index.handler"
  runtime       = "python3.12"
  filename      = "report.zip"
}
