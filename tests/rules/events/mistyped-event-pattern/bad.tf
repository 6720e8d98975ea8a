# case: texts for numbers
resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail      = { severity = ["7", "8"] } # the pager
  })
}

# case: a prefix, in JSON text
resource "aws_cloudwatch_event_rule" "prefix" {
  event_pattern = <<-JSON
    {
      "source": ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      "detail": {
        "severity": [{"prefix": "7"}]
      }
    }
  JSON
}

# case: a word in other letters
resource "aws_cloudwatch_event_rule" "alarms" {
  event_pattern = jsonencode({
    source      = ["aws.cloudwatch"]
    detail-type = ["CloudWatch Alarm State Change"]
    detail      = { state = { value = ["Alarm"] } }
  })
}

# case: another word
resource "aws_cloudwatch_event_rule" "hub" {
  event_pattern = jsonencode({
    source      = ["aws.securityhub"]
    detail-type = ["Security Hub Findings - Imported"]
    detail      = { findings = { Severity = { Label = ["SEVERE"] } } }
  })
}
