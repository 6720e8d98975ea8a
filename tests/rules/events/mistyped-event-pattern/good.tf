# case: numbers
resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail      = { severity = [7, 7.0, { numeric = [">=", 8] }] }
  })
}

# case: one of the words
resource "aws_cloudwatch_event_rule" "hub" {
  event_pattern = jsonencode({
    source      = ["aws.securityhub"]
    detail-type = ["Security Hub Findings - Imported"]
    detail      = { findings = { Severity = { Label = ["HIGH", { prefix = "CRIT" }] } } }
  })
}

# case: all but one
resource "aws_cloudwatch_event_rule" "alarms" {
  event_pattern = jsonencode({
    source      = ["aws.cloudwatch"]
    detail-type = ["CloudWatch Alarm State Change"]
    detail      = { state = { value = [{ anything-but = "OK" }] } }
  })
}
