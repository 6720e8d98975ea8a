# case: at home
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

# case: a service that is everywhere
resource "aws_cloudwatch_event_rule" "findings" {
  provider      = aws.ireland
  event_pattern = jsonencode({ source = ["aws.guardduty", "aws.iam"] })
}

# case: events that are sent to a bus of one's own
resource "aws_cloudwatch_event_rule" "forwarded" {
  provider       = aws.ireland
  event_bus_name = "audit"
  event_pattern  = jsonencode({ source = ["aws.iam"] })
}
