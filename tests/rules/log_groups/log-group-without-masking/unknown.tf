# case: a policy of the account may be declared elsewhere
resource "aws_cloudwatch_log_group" "app" {
  name = "/app/orders"
}
