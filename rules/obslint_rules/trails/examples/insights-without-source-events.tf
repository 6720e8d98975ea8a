resource "aws_cloudtrail" "reads_only" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "ReadOnly"
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}
