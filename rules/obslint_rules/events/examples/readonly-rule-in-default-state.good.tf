resource "aws_cloudwatch_event_rule" "secrets" {
  state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["GetSecretValue"] }
  })
}
