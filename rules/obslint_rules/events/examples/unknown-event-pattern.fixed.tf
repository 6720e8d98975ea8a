resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"] # the pager
  })
}
