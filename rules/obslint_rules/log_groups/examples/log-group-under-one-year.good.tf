resource "aws_cloudwatch_log_group" "year" {
  name              = "/shop/orders"
  retention_in_days = 365
}
