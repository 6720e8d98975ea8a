resource "aws_cloudwatch_log_group" "trail" {
  name                        = "trail" # kept
  deletion_protection_enabled = true
}
