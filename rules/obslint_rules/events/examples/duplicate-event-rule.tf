provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudwatch_event_rule" "a" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_rule" "b" {
  name          = "findings"   # copied
  event_pattern = jsonencode({ source = ["aws.health"] })
}
