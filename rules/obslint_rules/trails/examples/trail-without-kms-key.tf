resource "aws_cloudtrail" "plain" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}
