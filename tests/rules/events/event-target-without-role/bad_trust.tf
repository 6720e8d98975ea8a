# case: a role for another service
resource "aws_kinesis_stream" "events" {
  name = "events"
}

resource "aws_iam_role" "lambda" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" },
    ]
  })
}

resource "aws_iam_role_policy" "lambda" {
  role = aws_iam_role.lambda.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kinesis:PutRecord", Resource = "*" }]
  })
}

resource "aws_cloudwatch_event_target" "trust" {
  rule     = "findings"
  arn      = aws_kinesis_stream.events.arn
  role_arn = aws_iam_role.lambda.arn
}
