resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

variable "policy" {
  type = string
}

resource "aws_cloudwatch_log_group" "events" {
  name = "/aws/events/findings"
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name     = "events"
  policy_document = var.policy
}

# case: the policy is not known
resource "aws_cloudwatch_event_target" "events" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_cloudwatch_log_group.events.arn
}
