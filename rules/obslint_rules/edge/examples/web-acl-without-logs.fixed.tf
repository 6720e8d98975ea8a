resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL" # load balancers
}

resource "aws_cloudwatch_log_group" "shop_logs" {
  name              = "aws-waf-logs-${aws_wafv2_web_acl.shop.name}"
  retention_in_days = 365
}

resource "aws_wafv2_web_acl_logging_configuration" "shop" {
  resource_arn            = aws_wafv2_web_acl.shop.arn
  log_destination_configs = [aws_cloudwatch_log_group.shop_logs.arn]
}
