resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: no scope
resource "aws_sns_topic_subscription" "mail" {
  topic_arn     = aws_sns_topic.oncall.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = jsonencode({ severity = ["high"] })
}

# case: scope written, JSON as text, and a key that may be missing beside one that may not
resource "aws_sns_topic_subscription" "page" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "https"
  endpoint            = "https://page.corp.io/alerts"
  filter_policy_scope = "MessageAttributes"
  filter_policy       = <<-JSON
    {"team": [{"exists": false}],   "severity": [{"anything-but": "low"}]}
  JSON
}

# case: an event rule
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

resource "aws_sns_topic_policy" "findings" {
  arn = aws_sns_topic.findings.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.findings.arn }]
  })
}

resource "aws_sns_topic_subscription" "findings" {
  topic_arn     = aws_sns_topic.findings.arn
  protocol      = "email"
  endpoint      = "security@corp.io"
  filter_policy = jsonencode({ severity = [{ numeric = [">=", 7] }] })
}
