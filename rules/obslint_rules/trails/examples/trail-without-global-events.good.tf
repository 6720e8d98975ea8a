resource "aws_cloudtrail" "implicit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}
