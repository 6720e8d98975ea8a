# case: nothing
resource "aws_mq_broker" "orders" {
  engine_type = "ActiveMQ"
}

# case: off
resource "aws_mq_broker" "off" {
  engine_type = "ActiveMQ"

  logs {
    audit = false # noisy
  }
}
