resource "aws_networkfirewall_firewall" "shop" {
  name                = "shop" # the only one
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/shop"
  vpc_id              = "vpc-1"
}
