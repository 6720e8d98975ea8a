data "aws_region" "here" {}

# case: by its alias
resource "aws_sns_topic" "oncall" {
  kms_master_key_id = "alias/aws/sns" # is fine?
}

# case: by the ARN of the alias
resource "aws_sns_topic" "news" {
  kms_master_key_id = "arn:aws:kms:${data.aws_region.here.name}:111122223333:alias/aws/sns"
}
