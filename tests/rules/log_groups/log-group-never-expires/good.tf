# case: a month
resource "aws_cloudwatch_log_group" "month" {
  name              = "/shop/orders"
  retention_in_days = 30
}

# case: an uncommon value is accepted as well
resource "aws_cloudwatch_log_group" "six_years" {
  name              = "/shop/payments"
  retention_in_days = 2192
}

# case: groups of the class DELIVERY keep events for a fixed time
resource "aws_cloudwatch_log_group" "delivery" {
  name            = "/shop/delivery"
  log_group_class = "DELIVERY"
}

# case: one of several values, none of which is forever
variable "production" {
  type = bool
}

resource "aws_cloudwatch_log_group" "conditional" {
  name              = "/shop/conditional"
  retention_in_days = var.production ? 365 : 30
}
