# case: no configuration
resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL" # load balancers
}

# case: the configuration of another one
resource "aws_wafv2_web_acl" "stock" {
  name  = "stock"
  scope = "REGIONAL"
}

resource "aws_wafv2_web_acl" "staff" {
  name  = "staff"
  scope = "REGIONAL"
}

resource "aws_wafv2_web_acl_logging_configuration" "staff" {
  resource_arn            = aws_wafv2_web_acl.staff.arn
  log_destination_configs = ["arn:aws:s3:::aws-waf-logs-staff"]
}
