# case: the kind of resource is not known
variable "kind" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    data_resource {
      type   = var.kind
      values = ["arn:aws:s3"]
    }
  }
}
