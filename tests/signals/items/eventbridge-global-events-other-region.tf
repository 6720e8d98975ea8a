provider "aws" {
  region = "eu-west-1" #! broken
  region = "us-east-1" #! repaired
}

resource "aws_cloudwatch_event_rule" "users" {
  name          = "users"
  event_pattern = <<-JSON
    {"source": ["aws.iam"], "detail-type": ["AWS API Call via CloudTrail"], "detail": {"eventName": ["CreateUser"]}}
  JSON
}

resource "aws_cloudwatch_event_target" "users" {
  rule = aws_cloudwatch_event_rule.users.name
  arn  = "arn:aws:sns:us-east-1:111122223333:oncall"
}
