resource "aws_cloudwatch_log_destination" "a" { # for other accounts
  name       = "a"
  role_arn   =   "arn:aws:iam::123456789012:role/r"
  target_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/s"
}
