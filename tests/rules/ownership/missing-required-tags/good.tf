# options: {"keys": ["owner", "cost-center"]}
provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { owner = "shop" }
  }
}

# case: one of its own, the other from the provider
resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = { "cost-center" = "12" }
}
