# case: a month
resource "aws_cloudwatch_log_group" "month" {
  name              = "/shop/orders"
  retention_in_days = 30
}

# case: the default of a variable decides
variable "retention" {
  type    = number
  default = 90
}

resource "aws_cloudwatch_log_group" "by_variable" {
  name              = "/shop/payments"
  retention_in_days = var.retention
}
