# case: a year
resource "aws_cloudwatch_log_group" "year" {
  name              = "/shop/orders"
  retention_in_days = 365
}

# case: forever is the business of another rule
resource "aws_cloudwatch_log_group" "forever" {
  name = "/shop/payments"
}
