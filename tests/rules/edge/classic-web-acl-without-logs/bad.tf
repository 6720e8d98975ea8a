# case: regional
resource "aws_wafregional_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop" # since 2018
}

# case: for CloudFront
resource "aws_waf_web_acl" "site" {
  name        = "site"
  metric_name = "site"
}
