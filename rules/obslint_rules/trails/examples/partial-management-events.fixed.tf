resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "All"   # reads are boring
  }
}
