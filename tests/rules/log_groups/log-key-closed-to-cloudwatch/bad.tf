# case: a policy for the account alone
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

# case: for another log group
resource "aws_kms_key" "b" {
  policy = data.aws_iam_policy_document.b.json
}

data "aws_iam_policy_document" "b" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:*:*:log-group:former-name"]
    }
  }
}

resource "aws_cloudwatch_log_group" "b" {
  name       = "new-name"
  kms_key_id = aws_kms_key.b.arn
}
