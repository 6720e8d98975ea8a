# case: the default
resource "aws_cloudtrail" "default" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

# case: a trail for objects beside one that records management events
resource "aws_cloudtrail" "objects" {
  name           = "objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::orders/"]
    }
  }
}

# case: both categories are selected
resource "aws_cloudtrail" "advanced" {
  name           = "all"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
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
