provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "other"
  region = "eu-west-1" # another account
}

resource "aws_config_configuration_recorder" "first" {
  name     = "first"
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    include_global_resource_types = true
  }
}

# case: the recorder of the same region that has them belongs to another account
resource "aws_config_configuration_recorder" "second" {
  provider = aws.other
  name     = "second"
  role_arn = "arn:aws:iam::210987654321:role/config"

  recording_group {
    include_global_resource_types = false # not here
  }
}
