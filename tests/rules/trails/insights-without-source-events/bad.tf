# case: call rates need write events
resource "aws_cloudtrail" "reads_only" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "ReadOnly"
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}

# case: no management events at all
resource "aws_cloudtrail" "data_only" {
  name           = "audit-objects"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = false
  }

  insight_selector {
    insight_type = "ApiErrorRateInsight"
  }
}

# case: advanced selectors for reads only
resource "aws_cloudtrail" "advanced" {
  name           = "audit-advanced"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["true"]
    }
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}
