# case: the detail-type is not known
variable "kind" {
  type = string
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({ source = ["aws.guardduty"], detail-type = [var.kind] })
}
