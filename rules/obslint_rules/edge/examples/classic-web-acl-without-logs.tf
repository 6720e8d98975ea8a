resource "aws_wafregional_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop" # since 2018
}
