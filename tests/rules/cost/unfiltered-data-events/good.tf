# case: one bucket
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-files"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::payments/"]
    }
  }
}

# case: every bucket, but writes only
resource "aws_cloudtrail" "writes" {
  name           = "writes"
  s3_bucket_name = "trail-files"

  event_selector {
    read_write_type = "WriteOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

# case: an advanced selector that takes writes only
resource "aws_cloudtrail" "advanced" {
  name           = "advanced"
  s3_bucket_name = "trail-files"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["false"]
    }
  }
}

# case: management events only
resource "aws_cloudtrail" "plain" {
  name           = "plain"
  s3_bucket_name = "trail-files"
}
