# case: every region
resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = true
}

# case: a quoted boolean means the same
resource "aws_cloudtrail" "quoted" {
  name                  = "audit-quoted"
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = "true"
}

# case: another trail records every region, so this one is a copy
resource "aws_cloudtrail" "copy" {
  name           = "audit-copy"
  s3_bucket_name = "audit-logs-of-the-auditors"
}

# case: a trail for the objects of one bucket needs no other region
resource "aws_cloudtrail" "objects" {
  name           = "audit-objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::orders/"]
    }
  }
}

# case: the same with advanced selectors
resource "aws_cloudtrail" "objects_advanced" {
  name           = "audit-objects-advanced"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}
