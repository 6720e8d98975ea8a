# case: whether the trail is on is not known
variable "logging" {
  type = bool
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-111122223333"
  enable_logging = var.logging
}

resource "aws_cloudwatch_event_rule" "groups" {
  event_pattern = jsonencode({
    source      = ["aws.ec2"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["AuthorizeSecurityGroupIngress"] }
  })
}
