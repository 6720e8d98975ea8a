# case: on
resource "aws_mq_broker" "orders" {
  engine_type = "ActiveMQ"

  logs {
    audit = true
  }
}

# case: RabbitMQ has no audit log
resource "aws_mq_broker" "rabbit" {
  engine_type = "RabbitMQ"
}
