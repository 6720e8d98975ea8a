resource "aws_cloudtrail" "classic" {
  name           = "objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = true # only the objects

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::orders/"]
    }
  }
}
