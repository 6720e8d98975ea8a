# case: a region written out
resource "aws_kms_key" "a" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = { Service = "logs.eu-west-1.amazonaws.com" }, Action = "kms:*", Resource = "*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "a" {
  name       = "a"
  kms_key_id = aws_kms_key.a.arn
}
