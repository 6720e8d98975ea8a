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

# case: an advanced selector leaves KMS out
resource "aws_cloudtrail" "advanced" {
  name           = "audit-advanced"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
    field_selector {
      field      = "eventSource"
      not_equals = ["kms.amazonaws.com", "rdsdata.amazonaws.com"] # noisy
    }
  }
}
