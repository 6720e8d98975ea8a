variable "home" {
  type = bool
}

# case: a variable without a value decides
resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    include_global_resource_types = var.home
  }
}
