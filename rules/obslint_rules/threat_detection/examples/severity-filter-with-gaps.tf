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
