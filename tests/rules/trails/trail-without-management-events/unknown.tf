# case: a variable without a value
variable "management_events" {
  type = bool
}

resource "aws_cloudtrail" "by_variable" {
  name           = "objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = var.management_events
  }
}

# case: selectors that are not known
variable "selectors" {
  type = list(string)
}

resource "aws_cloudtrail" "by_selectors" {
  name           = "objects-of-some"
  s3_bucket_name = "audit-logs"

  dynamic "advanced_event_selector" {
    for_each = var.selectors
    content {
      field_selector {
        field  = "eventCategory"
        equals = [advanced_event_selector.value]
      }
    }
  }
}
