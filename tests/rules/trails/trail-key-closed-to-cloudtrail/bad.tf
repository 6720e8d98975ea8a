# case: a policy for the account alone
resource "aws_kms_key" "a" {
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
        Action    = "kms:*"
        Resource  = "*"
      }
    ]
  })
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.a.arn # encrypted
}

# case: the default policy, by an alias
resource "aws_kms_key" "b" {}

resource "aws_kms_alias" "b" {
  name          = "alias/trail"
  target_key_id = aws_kms_key.b.key_id
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = "logs"
  kms_key_id     =   aws_kms_alias.b.arn
}
