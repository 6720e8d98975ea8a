variable "given" {
  type = string
}

# case: the protocol is given
resource "aws_sns_topic" "orders" {
  name = "orders"
}

resource "aws_sns_topic_subscription" "orders_x" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = var.given # to it
  endpoint  = "somewhere"
}
