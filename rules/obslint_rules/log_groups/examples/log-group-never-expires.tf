resource "aws_cloudwatch_log_group" "implicit" {
  name = "/shop/orders"
}
