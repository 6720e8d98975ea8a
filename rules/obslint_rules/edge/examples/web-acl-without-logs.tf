resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL" # load balancers
}
