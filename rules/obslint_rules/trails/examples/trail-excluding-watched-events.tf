resource "aws_cloudtrail" "classic" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    # noisy
    exclude_management_event_sources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"]
  }
}
