resource "aws_networkfirewall_firewall" "shop" {
  name                = "shop"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/shop"
  vpc_id              = "vpc-1"
}

resource "aws_networkfirewall_logging_configuration" "shop" {
  firewall_arn = aws_networkfirewall_firewall.shop.arn

  logging_configuration {
    log_destination_config {
      log_destination      = { bucketName = "firewall-logs" }
      log_destination_type = "S3"
      log_type             = "ALERT"
    }
  }
}
