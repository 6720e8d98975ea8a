resource "aws_cloudwatch_event_rule" "secrets" {
  name          = "secrets"
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail = {
      eventSource = ["secretsmanager.amazonaws.com"]
      eventName   = ["GetSecretValue"] # whoever reads one
    }
  })
}
