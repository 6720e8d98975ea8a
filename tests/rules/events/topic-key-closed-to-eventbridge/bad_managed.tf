resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_sns_topic" "managed" {
  name              = "managed"
  kms_master_key_id = "alias/aws/sns"
}

# case: the key of AWS
resource "aws_cloudwatch_event_target" "managed" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.managed.arn
}
