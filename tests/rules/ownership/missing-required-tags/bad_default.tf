# options: {"keys": ["owner", "cost-center"]}

# case: the provider adds only one of them
provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { owner = "shop" }
  }
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
