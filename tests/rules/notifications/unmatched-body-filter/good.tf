resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: keys of alarms
resource "aws_sns_topic_subscription" "state" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ NewStateValue = ["ALARM"], Trigger = { Namespace = ["AWS/RDS"] } })
}

# case: a key that must be missing
resource "aws_sns_topic_subscription" "absent" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ muted = [{ exists = false }] })
}

# case: by attributes
resource "aws_sns_topic_subscription" "attributes" {
  topic_arn     = aws_sns_topic.oncall.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = jsonencode({ severity = ["high"] })
}

# case: what is sent is written by the rule
resource "aws_sns_topic" "findings" {
  name = "findings"
}

resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_target" "findings" {
  rule       = aws_cloudwatch_event_rule.findings.name
  arn        = aws_sns_topic.findings.arn
  input_path = "$.detail"
}

resource "aws_sns_topic_subscription" "findings" {
  topic_arn           = aws_sns_topic.findings.arn
  protocol            = "email"
  endpoint            = "security@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ severity = [{ numeric = [">=", 7] }] })
}

# case: a key of the envelope
resource "aws_sns_topic" "events" {
  name = "events"
}

resource "aws_cloudwatch_event_target" "events" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.events.arn
}

resource "aws_sns_topic_subscription" "events" {
  topic_arn           = aws_sns_topic.events.arn
  protocol            = "email"
  endpoint            = "security@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ detail = { severity = [{ numeric = [">=", 7] }] } })
}
