# case: as it is
resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({ source = ["aws.guardduty"], detail-type = ["GuardDuty Finding"] })
}

# case: a comparison that is not exact
resource "aws_cloudwatch_event_rule" "folded" {
  event_pattern = jsonencode({ source = ["aws.guardduty"], detail-type = [{ equals-ignore-case = "guardduty finding" }] })
}

# case: one's own events
resource "aws_cloudwatch_event_rule" "orders" {
  event_pattern = jsonencode({ source = ["shop.orders"], detail-type = ["Object Create"] })
}

# case: events that are not on record
resource "aws_cloudwatch_event_rule" "later" {
  event_pattern = jsonencode({ source = ["aws.securityhub"], detail-type = ["Security Hub Something New"] })
}

# case: all fields of the envelope
resource "aws_cloudwatch_event_rule" "replayed" {
  event_pattern = jsonencode({
    version = ["0"], id = [{ exists = true }], source = ["shop.orders"], detail-type = ["Order"], account = ["111122223333"],
    time    = [{ prefix = "2026-" }], region = ["eu-west-1"], resources = [{ exists = true }], replay-name = [{ exists = false }],
    detail  = { eventName = ["x"] }
  })
}

# case: a field that must not be there
resource "aws_cloudwatch_event_rule" "absent" {
  event_pattern = jsonencode({ source = ["shop.orders"], legacy = [{ exists = false }] })
}
