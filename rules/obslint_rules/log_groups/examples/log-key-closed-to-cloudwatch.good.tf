data "aws_region" "here" {}

resource "aws_kms_key" "a" {
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "logs.${data.aws_region.here.name}.amazonaws.com" }
        Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:*:*:*" } }
      },
    ]
  })
}

resource "aws_cloudwatch_log_group" "a" {
  name       = "a"
  kms_key_id = aws_kms_key.a.arn
}
