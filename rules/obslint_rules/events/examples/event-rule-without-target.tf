resource "aws_cloudwatch_event_rule" "findings" {
  name          = "guardduty-findings"   # the pager
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}
