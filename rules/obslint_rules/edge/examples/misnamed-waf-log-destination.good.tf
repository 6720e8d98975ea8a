resource "aws_wafv2_web_acl_logging_configuration" "group" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = [aws_cloudwatch_log_group.waf.arn] # one only
}

resource "aws_cloudwatch_log_group" "waf" {
  name = "aws-waf-logs-front"
}
