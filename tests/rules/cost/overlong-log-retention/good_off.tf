# case: nothing says what the limit is
resource "aws_cloudwatch_log_group" "debug" {
  name              = "/app/debug"
  retention_in_days = 3653
}
