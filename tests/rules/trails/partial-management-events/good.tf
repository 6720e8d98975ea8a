# case: nothing is said, and both is the default
resource "aws_cloudtrail" "default" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: another trail records both
resource "aws_cloudtrail" "copy" {
  name           = "audit-copy"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "WriteOnly"
  }
}
