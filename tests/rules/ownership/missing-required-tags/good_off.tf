provider "aws" {
  region = "us-east-1"
}

# case: nothing says which tags are required
resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
