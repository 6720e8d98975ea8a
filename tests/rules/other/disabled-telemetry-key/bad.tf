# case: of a log group
resource "aws_kms_key" "logs" {
  description = "logs"
  is_enabled  = false # rotated
}

resource "aws_cloudwatch_log_group" "app" {
  name       = "app"
  kms_key_id = aws_kms_key.logs.arn
}

# case: of a topic, by an alias
resource "aws_kms_key" "alerts" {
  is_enabled =   false
}

resource "aws_kms_alias" "alerts" {
  name          = "alias/alerts"
  target_key_id = aws_kms_key.alerts.key_id
}

resource "aws_sns_topic" "alerts" {
  name              = "alerts"
  kms_master_key_id = "alias/alerts"
}
