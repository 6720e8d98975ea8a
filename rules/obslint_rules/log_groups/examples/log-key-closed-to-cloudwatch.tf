data "aws_region" "here" {}

resource "aws_kms_key" "a" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "kms:*", Resource = "*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "a" {
  name       = "a"
  kms_key_id =   aws_kms_key.a.arn # encrypted
}
