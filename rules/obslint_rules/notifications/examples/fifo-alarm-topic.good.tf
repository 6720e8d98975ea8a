resource "aws_sns_topic" "oncall" {
  name       = "oncall.fifo"
  fifo_topic = true
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:111122223333:alerts.fifo"
}
