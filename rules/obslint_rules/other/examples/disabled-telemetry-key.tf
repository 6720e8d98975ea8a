resource "aws_kms_key" "logs" {
  description = "logs"
  is_enabled  = false # rotated
}

resource "aws_cloudwatch_log_group" "app" {
  name       = "app"
  kms_key_id = aws_kms_key.logs.arn
}
