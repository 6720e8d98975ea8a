# case: a range
resource "aws_cloudwatch_event_rule" "high" {
  name = "high"
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [{ numeric = [">=", 7] }] # high
    }
  })
}

# case: every value
resource "aws_cloudwatch_event_rule" "every" {
  name = "every"
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [8, 8.0, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9] # high
    }
  })
}

# case: another source
resource "aws_cloudwatch_event_rule" "other" {
  name = "other"
  event_pattern = jsonencode({
    source      = ["my.scanner"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [7, 8] # high
    }
  })
}
