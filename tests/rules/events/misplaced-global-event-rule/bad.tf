provider "aws" {
  region = "eu-west-1"
}

# case: the source
resource "aws_cloudwatch_event_rule" "users" {
  name          = "users"
  event_pattern = jsonencode({
    source      = ["aws.iam"]   # new users and keys
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["CreateUser"] }
  })
}

# case: the source of the call
resource "aws_cloudwatch_event_rule" "zones" {
  event_pattern = jsonencode({ detail = { eventSource = ["route53.amazonaws.com"] } })
}
