# case: a variable without a value
variable "every_region" {
  type = bool
}

resource "aws_cloudtrail" "by_variable" {
  name                  = "audit"
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = var.every_region
}

# case: which events are recorded is not known
variable "management_events" {
  type = bool
}

resource "aws_cloudtrail" "by_selector" {
  name           = "audit-objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = var.management_events
  }
}
