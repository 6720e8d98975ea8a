provider "aws" {
  alias  = "other"
  region = var.other_region
}

variable "other_region" {}

# case: the region of another provider is not known
resource "aws_cloudwatch_event_rule" "a" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_rule" "b" {
  provider      = aws.other
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.health"] })
}
