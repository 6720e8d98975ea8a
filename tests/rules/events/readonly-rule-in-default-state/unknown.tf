# case: the calls are not known
variable "calls" {
  type = list(string)
}

resource "aws_cloudwatch_event_rule" "secrets" {
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = var.calls }
  })
}

# case: the state is not known
variable "state" {
  type = string
}

resource "aws_cloudwatch_event_rule" "state" {
  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["GetSecretValue"] }
  })
  state = var.state
}
