# case: nothing is said, and one region is the default
resource "aws_cloudtrail" "implicit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: switched off
resource "aws_cloudtrail" "explicit" {
  name                  = "audit-eu"
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = false # Frankfurt is all we use
}

# case: the default of a variable decides
variable "every_region" {
  type    = bool
  default = false
}

resource "aws_cloudtrail" "by_variable" {
  name                  = "audit-variable"
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = var.every_region
}

# case: data events beside management events
resource "aws_cloudtrail" "with_data_events" {
  name           = "audit-objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type           = "WriteOnly"
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::orders/"]
    }
  }
}
