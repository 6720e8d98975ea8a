# scan: complete
# case: a rule that is off, and one for something else
resource "aws_securityhub_account" "main" {
  enable_default_standards = true   # two of them
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "findings"
  state = "DISABLED"
  event_pattern = jsonencode({ source = ["aws.securityhub"] })
}

resource "aws_cloudwatch_event_rule" "other" {
  name = "other"
  event_pattern = jsonencode({ source = ["aws.health"] })
}
