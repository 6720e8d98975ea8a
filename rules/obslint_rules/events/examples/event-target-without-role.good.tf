resource "aws_kinesis_stream" "events" {
  name = "events"
}

resource "aws_iam_role" "events" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sts:AssumeRole" },
    ]
  })
}

resource "aws_iam_role_policy" "events" {
  role = aws_iam_role.events.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kinesis:PutRecord", Resource = aws_kinesis_stream.events.arn }]
  })
}

resource "aws_cloudwatch_event_target" "events" {
  rule     = "findings"
  arn      = aws_kinesis_stream.events.arn
  role_arn = aws_iam_role.events.arn
}
