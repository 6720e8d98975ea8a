resource "aws_mq_broker" "orders" {
  engine_type = "ActiveMQ"
}
