resource "aws_cloudwatch_log_group" "debug" {
  name              = "/app/debug"
  retention_in_days   =   90   # a year
}
