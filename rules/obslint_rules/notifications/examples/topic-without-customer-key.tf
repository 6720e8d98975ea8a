resource "aws_sns_topic" "oncall" {
  kms_master_key_id = "alias/aws/sns" # is fine?
}
