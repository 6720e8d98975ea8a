# case: a variable without a value
variable "events" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = var.events
  }
}
