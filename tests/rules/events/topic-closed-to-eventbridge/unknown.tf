resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

variable "policy" {
  type = string
}

resource "aws_sns_topic" "operators" {
  name   = "operators"
  policy = var.policy
}

# case: the policy is not known
resource "aws_cloudwatch_event_target" "operators" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.operators.arn
}
