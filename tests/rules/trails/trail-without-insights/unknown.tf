# case: a dynamic block over a variable without a value
variable "insights" {
  type = list(string)
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  dynamic "insight_selector" {
    for_each = var.insights
    content {
      insight_type = insight_selector.value
    }
  }
}
