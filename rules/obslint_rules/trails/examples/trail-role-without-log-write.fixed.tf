resource "aws_cloudwatch_log_group" "a" {
  name = "trail"
}

resource "aws_iam_role" "a" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "a_2" {
  role = aws_iam_role.a.id
  name = "trail-logs"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.a.arn}:*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "a" {
  role = aws_iam_role.a.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "arn:aws:logs:*:*:log-group:other:*" # the former group
    }]
  })
}

resource "aws_cloudtrail" "a" {
  name                       = "a"
  s3_bucket_name             = "logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.a.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.a.arn
}
