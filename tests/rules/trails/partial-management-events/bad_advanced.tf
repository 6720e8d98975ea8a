# case: read events only, by an advanced selector, beside a trail that is switched off
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    name = "Management"
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["true"] # who looked
    }
  }
}

resource "aws_cloudtrail" "old" {
  name           = "old"
  s3_bucket_name = "audit-logs"
  enable_logging = false
}
