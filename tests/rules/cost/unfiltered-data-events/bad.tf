# case: every bucket
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

# case: every function, in any partition
data "aws_partition" "current" {}

resource "aws_cloudtrail" "functions" {
  name           = "functions"
  s3_bucket_name = "trail-files"

  event_selector {
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:${data.aws_partition.current.partition}:lambda"]
    }
  }
}

# case: an advanced selector for every table
resource "aws_cloudtrail" "tables" {
  name           = "tables"
  s3_bucket_name = "trail-files"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::DynamoDB::Table"]
    }
  }
}
