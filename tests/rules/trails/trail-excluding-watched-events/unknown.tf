# case: what is left out is not known
variable "excluded" {
  type = list(string)
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    exclude_management_event_sources = var.excluded
  }
}

resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = "audit"
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = DisableKey) }"

  metric_transformation {
    name      = "keys"
    namespace = "audit"
    value     = "1"
  }
}
