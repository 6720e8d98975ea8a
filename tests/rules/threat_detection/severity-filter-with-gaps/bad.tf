# case: two numbers
resource "aws_cloudwatch_event_rule" "high" {
  name = "high"
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [7, 8] # high
    }
  })
}

# case: in the middle
resource "aws_cloudwatch_event_rule" "medium" {
  name = "medium"
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [4, 5, 6] # high
    }
  })
}

# case: gaps
resource "aws_cloudwatch_event_rule" "some" {
  name = "some"
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [2, 8] # high
    }
  })
}
