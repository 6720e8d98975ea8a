resource "aws_cloudwatch_log_group" "implicit" {
  name              = "/shop/orders"
  retention_in_days = 365
}
