# case: its ARN leaves the root
resource "aws_networkfirewall_firewall" "shop" {
  name                = "shop"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/shop"
  vpc_id              = "vpc-1"
}

output "firewall" {
  value = aws_networkfirewall_firewall.shop.arn
}
