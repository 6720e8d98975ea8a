# case: a plural
resource "aws_cloudwatch_event_rule" "findings" {
  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Findings"] # the pager
  })
}

# case: letters of another case, in JSON text
resource "aws_cloudwatch_event_rule" "text" {
  event_pattern = <<-JSON
    {
      "source": ["aws.guardDuty"],
      "detail-type": ["GuardDuty Finding"]
    }
  JSON
}

# case: the name of CloudTrail
resource "aws_cloudwatch_event_rule" "calls" {
  event_pattern = jsonencode({
    source      = ["aws.iam"]
    detail-type = ["AWS API Call via Cloudtrail"]
  })
}

# case: the record of CloudTrail beside detail, instead of in it
resource "aws_cloudwatch_event_rule" "replicate" {
  event_pattern = <<-JSON
    {
      "eventName": ["ReplicateKey"],
      "eventSource": ["kms.amazonaws.com"],
      "requestParameters": {"replicaRegion": [{"anything-but": ["us-west-2"]}]}
    }
  JSON
}

# case: detail-type spelled as an argument of Terraform would be
resource "aws_cloudwatch_event_rule" "spelled" {
  event_pattern = jsonencode({
    source      = ["aws.config"]
    detail_type = ["Config Rules Compliance Change"]
  })
}
