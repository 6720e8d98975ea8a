resource "aws_cloudtrail" "audit" {
  name           = "audit" # the only one
  s3_bucket_name = "audit-logs"
}
