resource "aws_bedrockagent_agent" "clerk" {
  agent_name = "clerk"
}

# case: the kind of resource is not known
variable "kind" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = [var.kind]
    }
  }
}
