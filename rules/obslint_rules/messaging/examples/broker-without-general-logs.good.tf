resource "aws_mq_broker" "orders" {
  engine_type = "ActiveMQ"

  logs {
    general = true
  }
}
