# case: a variable without a value
variable "retention" {
  type = number
}

resource "aws_cloudwatch_log_group" "by_variable" {
  name              = "/shop/orders"
  retention_in_days = var.retention
}
