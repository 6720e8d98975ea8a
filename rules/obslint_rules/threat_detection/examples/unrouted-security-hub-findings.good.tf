resource "aws_securityhub_account" "main" {
  enable_default_standards = true   # two of them
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "findings"
  event_pattern = jsonencode({ source = ["aws.securityhub"] })
}
