resource "aws_sns_topic" "oncall" {
  name       = "oncall.fifo"
  fifo_topic = true   # in order
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}
