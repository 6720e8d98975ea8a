# case: the detail-type is not known
variable "kind" {
  type = string
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({ source = ["aws.guardduty"], detail-type = [var.kind] })
}

# case: what is asked of a field is not known
variable "legacy" {
  type = any
}

resource "aws_cloudwatch_event_rule" "legacy" {
  event_pattern = jsonencode({ source = ["shop.orders"], legacy = var.legacy })
}
