resource "aws_s3_bucket" "audit" {
  bucket = "audit"
}

# case: all objects
resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = aws_s3_bucket.audit.id

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"] # objects
    }
  }
}

# case: those of the bucket
resource "aws_cloudtrail" "own" {
  name           = "own"
  s3_bucket_name = aws_s3_bucket.audit.id

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::data/", "${aws_s3_bucket.audit.arn}/"] # objects
    }
  }
}

# case: an advanced selector
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
  }
}
