provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "global"
  region = "us-east-1"
}

resource "aws_cloudwatch_event_rule" "a" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_rule" "b" {
  provider      = aws.global
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}
