resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}
