resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_sns_topic" "operators" {
  name = "operators"
}

data "aws_iam_policy_document" "operators" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.operators.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "operators" {
  arn    = aws_sns_topic.operators.arn
  policy = data.aws_iam_policy_document.operators.json
}

# case: admitted
resource "aws_cloudwatch_event_target" "operators" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.operators.arn
}
