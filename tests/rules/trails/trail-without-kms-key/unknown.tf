# case: a variable without a value may be empty
variable "key" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
  kms_key_id     = var.key
}
