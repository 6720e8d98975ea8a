# case: switched off
resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "audit-logs"
  enable_logging        = false
  is_multi_region_trail = true
}

# case: whether it is a text or a boolean
resource "aws_cloudtrail" "quoted" {
  name           = "audit-quoted"
  s3_bucket_name = "audit-logs"
  enable_logging = "false"
}
