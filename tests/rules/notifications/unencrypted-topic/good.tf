resource "aws_kms_key" "alerts" {
  description = "alerts"
}

# case: a key of the unit
resource "aws_sns_topic" "oncall" {
  kms_master_key_id = aws_kms_key.alerts.arn
}

# case: the key of AWS, which another rule is about
resource "aws_sns_topic" "news" {
  kms_master_key_id = "alias/aws/sns"
}
