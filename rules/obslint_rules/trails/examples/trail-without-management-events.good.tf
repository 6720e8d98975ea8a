resource "aws_cloudtrail" "default" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}
