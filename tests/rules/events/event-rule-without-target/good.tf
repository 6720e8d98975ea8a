# case: a target refers to it
resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = "arn:aws:sns:eu-west-1:111122223333:operators"
}

# case: a target names it, one of several
resource "aws_cloudwatch_event_rule" "listed" {
  for_each      = toset(["health", "trustedadvisor"])
  name          = each.key
  event_pattern = jsonencode({ source = ["aws.${each.key}"] })
}

resource "aws_cloudwatch_event_target" "listed" {
  for_each = toset(["health", "trustedadvisor"])
  rule     = each.key
  arn      = "arn:aws:sns:eu-west-1:111122223333:operators"
}
