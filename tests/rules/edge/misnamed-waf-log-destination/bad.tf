provider "aws" {
  region = "eu-west-1"
}

# case: a log group
resource "aws_wafv2_web_acl_logging_configuration" "group" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = [aws_cloudwatch_log_group.waf.arn] # one only
}

resource "aws_cloudwatch_log_group" "waf" {
  name = "waf"
}

# case: a bucket, by its ARN
resource "aws_wafv2_web_acl_logging_configuration" "bucket" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = ["arn:aws:s3:::waf-logs"] # one only
}

# case: a region
resource "aws_wafv2_web_acl_logging_configuration" "far" {
  resource_arn            = aws_wafv2_web_acl.edge.arn
  log_destination_configs = [aws_cloudwatch_log_group.far.arn] # one only
}

resource "aws_cloudwatch_log_group" "far" {
  name = "aws-waf-logs-edge"
}

resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "CLOUDFRONT"
}
