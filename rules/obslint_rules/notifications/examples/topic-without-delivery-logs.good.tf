resource "aws_sns_topic" "orders" {
  name = "orders"
  sqs_failure_feedback_role_arn = "arn:aws:iam::111122223333:role/sns"
}

resource "aws_sns_topic_subscription" "orders_sqs" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "sqs" # to it
  endpoint  = "somewhere"
}
