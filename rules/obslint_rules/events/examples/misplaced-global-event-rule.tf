resource "aws_cloudwatch_event_rule" "users" {
  name          = "users"
  event_pattern = jsonencode({
    source      = ["aws.iam"]   # new users and keys
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["CreateUser"] }
  })
}
