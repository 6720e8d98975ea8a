# case: a dynamic block over a variable without a value
variable "tracing" {
  type = list(bool)
}

resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = file("orders.asl.json")

  dynamic "tracing_configuration" {
    for_each = var.tracing
    content {
      enabled = tracing_configuration.value
    }
  }
}
