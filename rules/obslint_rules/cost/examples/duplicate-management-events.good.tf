provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudtrail" "first" {
  name           = "first"
  s3_bucket_name = "trail-files"
}

resource "aws_cloudtrail" "data" {
  name           = "data"
  s3_bucket_name = "trail-files"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::payments/"]
    }
  }
}
