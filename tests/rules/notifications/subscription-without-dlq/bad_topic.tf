# case: of a topic of the unit
resource "aws_sns_topic" "oncall" {
  name = "oncall" # calls
}

resource "aws_sns_topic_subscription" "jobs" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:111122223333:jobs"
}
