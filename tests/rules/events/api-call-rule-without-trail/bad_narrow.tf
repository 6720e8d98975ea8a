# case: the trail records data events only
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-111122223333"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudwatch_event_rule" "groups" {
  event_pattern = jsonencode({
    source      = ["aws.ec2"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["AuthorizeSecurityGroupIngress"] }
  })
}
