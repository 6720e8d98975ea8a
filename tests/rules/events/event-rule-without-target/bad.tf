# case: nothing names it
resource "aws_cloudwatch_event_rule" "findings" {
  name          = "guardduty-findings"   # the pager
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

# case: a schedule
resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 3 * * ? *)"
}
