data "aws_kms_alias" "sns" {
  name = "alias/aws/sns"
}

resource "aws_kms_key" "alerts" {
  description = "alerts"
}

# case: looked up
resource "aws_sns_topic" "oncall" {
  kms_master_key_id = data.aws_kms_alias.sns.target_key_arn
}
