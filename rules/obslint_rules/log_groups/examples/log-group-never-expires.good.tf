resource "aws_cloudwatch_log_group" "month" {
  name              = "/shop/orders"
  retention_in_days = 30
}
