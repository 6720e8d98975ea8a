variable "everything" {
  type = bool
}

variable "types" {
  type = list(string)
}

# case: whether everything is recorded is not known
resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    all_supported = var.everything
  }
}

# case: the types are a variable without a value
resource "aws_config_configuration_recorder" "types" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    resource_types = var.types
  }
}
