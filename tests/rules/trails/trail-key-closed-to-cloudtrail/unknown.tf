# case: a grant may admit it
resource "aws_kms_key" "a" {}

resource "aws_kms_grant" "a" {
  key_id            = aws_kms_key.a.key_id
  grantee_principal = "cloudtrail.amazonaws.com"
  operations        = ["GenerateDataKey"]
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.a.arn
}

# case: the policy is not known
variable "policy" {}

resource "aws_kms_key" "b" {
  policy = var.policy
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.b.arn
}
