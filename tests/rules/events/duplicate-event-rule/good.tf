# case: another region
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

# case: another bus
resource "aws_cloudwatch_event_rule" "c" {
  name           = "findings"
  event_bus_name = "orders"
  event_pattern  = jsonencode({ source = ["shop"] })
}

# case: names that are made up
resource "aws_cloudwatch_event_rule" "d" {
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_rule" "e" {
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}
