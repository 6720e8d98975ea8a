terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-west-1"
  access_key = "x"
  secret_key = "x"
  skip_credentials_validation = true
  skip_requesting_account_id = true
  skip_metadata_api_check = true
  skip_region_validation = true
}
resource "aws_sns_topic" "t" {
  name = "t"
}
resource "aws_cloudwatch_metric_alarm" "m" {
  alarm_name          = "m"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name = "Errors"
  namespace = "AWS/Lambda"
  period = 60
  statistic = "Sum"
  threshold = 0
  alarm_actions       = [aws_sns_topic.t.arn]
}
