# case: which events are recorded is not known
variable "kind" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = var.kind
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}
