resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: another case
resource "aws_sns_topic_subscription" "state" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ newStateValue = ["ALARM"] }) # NewStateValue
}

# case: a key of one's own
resource "aws_sns_topic_subscription" "severity" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ NewStateValue = ["ALARM"], severity = ["high"] })
}

# case: a detail of an event beside its envelope
resource "aws_sns_topic" "findings" {
  name = "findings"
}

resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.findings.arn
}

resource "aws_sns_topic_subscription" "findings" {
  topic_arn           = aws_sns_topic.findings.arn
  protocol            = "email"
  endpoint            = "security@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ severity = [{ numeric = [">=", 7] }] })
}
