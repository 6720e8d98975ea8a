# case: the other half of the events only, beside a trail that is switched off
resource "aws_cloudtrail" "half" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "WriteOnly" # cheaper

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "stopped" {
  name           = "stopped"
  s3_bucket_name = "audit-logs"
  enable_logging = false

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
