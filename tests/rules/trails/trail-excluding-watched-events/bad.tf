resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = "audit"
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"

  metric_transformation {
    name      = "keys"
    namespace = "audit"
    value     = "1"
  }
}

resource "aws_cloudwatch_event_rule" "queries" {
  name = "queries"
  event_pattern = jsonencode({
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventSource = ["rdsdata.amazonaws.com"] }
  })
}

# case: a classic selector leaves both sources out
resource "aws_cloudtrail" "classic" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    # noisy
    exclude_management_event_sources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"]
  }
}
