resource "aws_cloudwatch_log_group" "trail" {
  name = "trail" # kept
  retention_in_days = 400
}
