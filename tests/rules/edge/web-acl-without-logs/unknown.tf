# case: its ARN leaves the root
resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
}

output "acl" {
  value = aws_wafv2_web_acl.shop.arn
}
