resource "aws_kms_key" "alerts" {
  description = "alerts"
}

# case: the unit has a key
resource "aws_sns_topic" "oncall" {
  kms_master_key_id = "alias/aws/sns"
}
