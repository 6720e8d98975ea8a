# case: what the trail selects is not known
variable "kinds" {
  type = list(string)
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-111122223333"

  dynamic "event_selector" {
    for_each = var.kinds
    content {
      data_resource {
        type   = event_selector.value
        values = ["arn:aws:s3"]
      }
    }
  }
}

resource "aws_cloudwatch_event_rule" "objects" {
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["PutObject"] }
  })
}
