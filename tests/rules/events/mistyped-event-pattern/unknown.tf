# case: the severities are not known
variable "severities" {
  type = list(string)
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail      = { severity = var.severities }
  })
}
