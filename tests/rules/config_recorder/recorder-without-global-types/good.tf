provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

# case: the recorder of another region has them
resource "aws_config_configuration_recorder" "east" {
  role_arn = "arn:aws:iam::123456789012:role/config"

  recording_group {
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_recorder" "west" {
  provider = aws.west
  role_arn = "arn:aws:iam::123456789012:role/config"
}
