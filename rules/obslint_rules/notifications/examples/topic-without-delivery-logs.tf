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
