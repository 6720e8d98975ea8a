# case: a queue and a web hook
resource "aws_sns_topic" "orders" {
  name = "orders"
}

resource "aws_sns_topic_subscription" "orders_sqs" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "sqs" # to it
  endpoint  = "somewhere"
}

resource "aws_sns_topic_subscription" "orders_https" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "https" # to it
  endpoint  = "somewhere"
}

# case: another protocol is logged
resource "aws_sns_topic" "jobs" {
  name = "jobs"
  sqs_failure_feedback_role_arn = "arn:aws:iam::111122223333:role/sns"
}

resource "aws_sns_topic_subscription" "jobs_lambda" {
  topic_arn = aws_sns_topic.jobs.arn
  protocol  = "lambda" # to it
  endpoint  = "somewhere"
}
