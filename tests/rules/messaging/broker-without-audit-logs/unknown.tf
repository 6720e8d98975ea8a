# case: a variable without a value
variable "logs" {
  type = bool
}

resource "aws_mq_broker" "orders" {
  engine_type = "ActiveMQ"

  logs {
    audit = var.logs
  }
}
