resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

variable "policy" {
  type = string
}

resource "aws_kms_key" "alerts" {
  policy = var.policy
}

resource "aws_sns_topic" "operators" {
  kms_master_key_id = aws_kms_key.alerts.arn
}

# case: the policy of the key is not known
resource "aws_cloudwatch_event_target" "operators" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.operators.arn
}
