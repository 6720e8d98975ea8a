# case: a key of this code
resource "aws_kms_key" "audit" {}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
  kms_key_id     = aws_kms_key.audit.arn
}

# case: a key that is looked up
data "aws_kms_alias" "shared" {
  name = "alias/audit"
}

resource "aws_cloudtrail" "shared" {
  name           = "audit-shared"
  s3_bucket_name = "audit-logs"
  kms_key_id     = data.aws_kms_alias.shared.target_key_arn
}
