# options: {"keys": ["owner", "cost-center"]}
provider "aws" {
  region = "us-east-1"
}

# case: no tags
resource "aws_sns_topic" "alerts" {
  name = "alerts" # pages
}

# case: one is missing
resource "aws_sqs_queue" "orders" {
  name = "orders"
  tags   =   { owner = "shop" }   # moved
}

# case: one is empty
resource "aws_cloudwatch_log_group" "orders" {
  name = "orders"

  tags = {
    owner         = ""
    "cost-center" = "12"
  }
}
