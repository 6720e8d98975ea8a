# case: no state
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

# case: ENABLED, JSON text, a prefix, the service by the source of the call alone
resource "aws_cloudwatch_event_rule" "recon" {
  name          = "recon"
  state         = "ENABLED"
  event_pattern = <<-JSON
    {
      "detail": {
        "eventSource": ["iam.amazonaws.com"],
        "eventName": [{"prefix": "List"}, "GetAccountAuthorizationDetails"]
      }
    }
  JSON
}
