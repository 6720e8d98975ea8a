# case: of two recorders neither has them, said at the first
resource "aws_config_configuration_recorder" "east" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    include_global_resource_types   =   false   # too many items
  }
}

resource "aws_config_configuration_recorder" "west" {
  provider = aws.west
  role_arn = "arn:aws:iam::123456789012:role/config"
}
