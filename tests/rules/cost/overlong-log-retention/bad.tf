# options: {"days": 100}

# case: longer than is allowed
resource "aws_cloudwatch_log_group" "debug" {
  name              = "/app/debug"
  retention_in_days   =   365   # a year
}
