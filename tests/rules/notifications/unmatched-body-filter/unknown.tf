variable "filter" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: a filter that is given
resource "aws_sns_topic_subscription" "given" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = var.filter
}

# case: alternatives
resource "aws_sns_topic_subscription" "either" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ "$or" = [{ severity = ["high"] }, { team = ["db"] }] })
}
