# case: another trail records the keys
resource "aws_cloudtrail" "quiet" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    exclude_management_event_sources = ["kms.amazonaws.com"]
  }
}

resource "aws_cloudtrail" "all" {
  name           = "audit-all"
  s3_bucket_name = "audit-logs"
}

resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = "audit"
  pattern        = "{ $.eventName = ScheduleKeyDeletion }"

  metric_transformation {
    name      = "keys"
    namespace = "audit"
    value     = "1"
  }
}
