resource "aws_cloudtrail" "advanced" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::Bedrock::AgentAlias"]
    }
  }
}
