# case: neither group nor role
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: an empty text is no group
resource "aws_cloudtrail" "empty" {
  name                       = "audit-empty"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = ""
}
