variable "given" {
  type = string
}

# case: a number is given
resource "aws_cloudwatch_event_rule" "given" {
  name = "given"
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail = {
      severity = [7, var.given] # high
    }
  })
}
