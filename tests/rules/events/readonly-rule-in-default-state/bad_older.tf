# case: the older switch says on
resource "aws_cloudwatch_event_rule" "older" {
  is_enabled    = true
  event_pattern = jsonencode({
    source      = ["aws.ec2"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["DescribeInstances"] }
  })
}
