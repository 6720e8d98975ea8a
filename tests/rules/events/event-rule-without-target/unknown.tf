# case: its name leaves the root
resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

output "rule" {
  value = aws_cloudwatch_event_rule.findings.name
}

# case: the name of the rule of a target is not known
variable "rule" {
  type = string
}

resource "aws_cloudwatch_event_rule" "maybe" {
  name          = "maybe"
  event_pattern = jsonencode({ source = ["aws.health"] })
}

resource "aws_cloudwatch_event_target" "maybe" {
  rule = var.rule
  arn  = "arn:aws:sns:eu-west-1:111122223333:operators"
}
