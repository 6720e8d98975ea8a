# case: the trail is off
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-111122223333"
  enable_logging = false   # costs
}

resource "aws_cloudwatch_event_rule" "groups" {
  event_pattern = jsonencode({
    source      = ["aws.ec2"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["AuthorizeSecurityGroupIngress"] }
  })
}

# case: sign-ins
resource "aws_cloudwatch_event_rule" "root" {
  event_pattern = jsonencode({ detail-type = ["AWS Console Sign In via CloudTrail"] })
}
