# case: all calls reach it
resource "aws_cloudwatch_event_rule" "secrets" {
  state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["GetSecretValue"] }
  })
}

# case: some of the calls change something
resource "aws_cloudwatch_event_rule" "mixed" {
  event_pattern = jsonencode({
    source      = ["aws.iam"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["ListUsers", "CreateUser"] }
  })
}

# case: a data event
resource "aws_cloudwatch_event_rule" "objects" {
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["GetObject"] }
  })
}

# case: an exception
resource "aws_cloudwatch_event_rule" "sessions" {
  event_pattern = jsonencode({
    source      = ["aws.sts"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["GetSessionToken"] }
  })
}

# case: switched off
resource "aws_cloudwatch_event_rule" "off" {
  state = "DISABLED"
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["GetSecretValue"] }
  })
}
