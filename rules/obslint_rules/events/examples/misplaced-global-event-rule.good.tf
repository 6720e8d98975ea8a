provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

resource "aws_cloudwatch_event_rule" "users" {
  event_pattern = jsonencode({ source = ["aws.iam"] })
}
