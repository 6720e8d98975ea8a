variable "given" {
  type = string
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: a policy that is given
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.id
  policy    = var.given
}

resource "aws_sns_topic_subscription" "sub_jobs" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"   # to it
  endpoint  = aws_sqs_queue.jobs.arn
}
