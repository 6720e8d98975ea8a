# case: a plural
resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Findings"] # the pager
  })
}

# case: letters of another case, in JSON text
resource "aws_cloudwatch_event_rule" "text" {
  event_pattern = <<-JSON
    {
      "source": ["aws.guardDuty"],
      "detail-type": ["GuardDuty Finding"]
    }
  JSON
}

# case: the name of CloudTrail
resource "aws_cloudwatch_event_rule" "calls" {
  event_pattern = jsonencode({
    source      = ["aws.iam"]
    detail-type = ["AWS API Call via Cloudtrail"]
  })
}
