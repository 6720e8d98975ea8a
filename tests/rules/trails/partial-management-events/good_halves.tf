# case: one selector for each half
resource "aws_cloudtrail" "halves" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "WriteOnly"
  }
  event_selector {
    read_write_type = "ReadOnly"
  }
}
