# case: without selectors all management events are recorded
resource "aws_cloudtrail" "implicit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}

# case: error rates are computed from reads as well
resource "aws_cloudtrail" "reads_only" {
  name           = "audit-reads"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "ReadOnly"
  }

  insight_selector {
    insight_type = "ApiErrorRateInsight"
  }
}

# case: one selector of several is enough
resource "aws_cloudtrail" "several" {
  name           = "audit-several"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
  }

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}

# case: no Insights, nothing to miss
resource "aws_cloudtrail" "without" {
  name           = "audit-without"
  s3_bucket_name = "audit-logs"

  event_selector {
    include_management_events = false
  }
}
