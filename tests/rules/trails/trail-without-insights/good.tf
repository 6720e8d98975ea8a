# case: one selector
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}

# case: selectors made by a dynamic block
locals {
  insights = ["ApiCallRateInsight", "ApiErrorRateInsight"]
}

resource "aws_cloudtrail" "dynamic" {
  name           = "audit-dynamic"
  s3_bucket_name = "audit-logs"

  dynamic "insight_selector" {
    for_each = local.insights
    content {
      insight_type = insight_selector.value
    }
  }
}

# case: data events only, as another trail has the management events
resource "aws_cloudtrail" "objects" {
  name           = "objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = false
    read_write_type           = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
