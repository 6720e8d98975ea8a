resource "aws_kms_key" "a" {}

data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "kms:EncryptionContext:aws:cloudtrail:arn"
      values   = ["arn:aws:cloudtrail:*:*:trail/*"]
    }
  }
}

resource "aws_kms_key_policy" "a" {
  key_id = aws_kms_key.a.id
  policy = data.aws_iam_policy_document.a.json
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.a.arn
}
