resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_sns_topic_subscription" "sub_jobs" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"   # to it
  endpoint  = aws_sqs_queue.jobs.arn
}
