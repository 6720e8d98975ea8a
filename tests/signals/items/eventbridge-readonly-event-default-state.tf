resource "aws_cloudwatch_event_rule" "secrets" {
  name  = "secrets"
  state = "ENABLED" #! broken
  state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" #! repaired
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventSource = ["secretsmanager.amazonaws.com"], eventName = ["GetSecretValue"] }
  })
}

resource "aws_cloudwatch_event_target" "secrets" {
  rule = aws_cloudwatch_event_rule.secrets.name
  arn  = "arn:aws:sns:eu-west-1:111122223333:oncall"
}
