# case: nothing waits for what is left out
resource "aws_cloudtrail" "quiet" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    exclude_management_event_sources = ["kms.amazonaws.com"]
  }
}

# case: a filter that wants to hear of everything but KMS
resource "aws_cloudwatch_log_metric_filter" "denied" {
  name           = "denied"
  log_group_name = "audit"
  pattern        = "{ ($.errorCode = \"AccessDenied*\") && ($.eventSource != kms.amazonaws.com) }"

  metric_transformation {
    name      = "denied"
    namespace = "audit"
    value     = "1"
  }
}
