resource "aws_s3_bucket" "audit" {
  bucket = "audit"
}

# case: another bucket
resource "aws_cloudtrail" "other" {
  name           = "other"
  s3_bucket_name = aws_s3_bucket.audit.id

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::data/"] # objects
    }
  }
}

# case: reads only
resource "aws_cloudtrail" "reads" {
  name           = "reads"
  s3_bucket_name = aws_s3_bucket.audit.id

  event_selector {
    read_write_type = "ReadOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"] # objects
    }
  }
}

# case: the bucket is left out
resource "aws_cloudtrail" "advanced" {
  name           = "advanced"
  s3_bucket_name = aws_s3_bucket.audit.id

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
      field           = "resources.ARN"
      not_starts_with = ["${aws_s3_bucket.audit.arn}/"]
    }
  }
}
