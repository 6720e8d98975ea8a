resource "aws_cloudtrail" "quiet" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    exclude_management_event_sources = ["kms.amazonaws.com"]
  }
}
