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

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    exclude_management_event_sources = ["kms.amazonaws.com"] #! broken
    exclude_management_event_sources = ["rdsdata.amazonaws.com"] #! repaired
  }
}
