# case: advanced selectors for data events take the place of the default
resource "aws_cloudtrail" "advanced" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    name = "Objects" # writes only
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
