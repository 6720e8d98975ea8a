resource "aws_sns_topic_subscription" "state" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ newStateValue = ["ALARM"] }) # NewStateValue
}
