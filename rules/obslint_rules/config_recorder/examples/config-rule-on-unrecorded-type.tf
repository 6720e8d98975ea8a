resource "aws_config_config_rule" "tags" {
  name = "tags"

  source {
    owner             = "AWS"
    source_identifier = "REQUIRED_TAGS"
  }

  scope {
    compliance_resource_types = ["AWS::S3::Bucket", "AWS::RDS::DBInstance"] # those with owners
  }
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported  = false
    resource_types = ["AWS::S3::Bucket"]
  }
}
