# case: the region is not known
variable "region" {
  type = string
}

provider "aws" {
  region = var.region
}

resource "aws_cloudwatch_event_rule" "users" {
  event_pattern = jsonencode({ source = ["aws.iam"] })
}
