resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

variable "policy" {
  type = string
}

resource "aws_sqs_queue" "work" {
  policy = var.policy
}

# case: the policy is not known
resource "aws_cloudwatch_event_target" "work" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sqs_queue.work.arn
}
