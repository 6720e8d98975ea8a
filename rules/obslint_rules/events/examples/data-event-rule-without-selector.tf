resource "aws_cloudtrail" "main" {
  name           = "main"   # the only one
  s3_bucket_name = "trail-111122223333"
}

resource "aws_cloudwatch_event_rule" "objects" {
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventSource = ["s3.amazonaws.com"], eventName = ["PutObject", "CopyObject"] }
  })
}
