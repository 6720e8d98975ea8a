resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-files"

  event_selector {
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::"] # all of them
    }
  }
}
