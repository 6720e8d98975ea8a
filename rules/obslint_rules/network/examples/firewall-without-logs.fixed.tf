resource "aws_networkfirewall_firewall" "shop" {
  name                = "shop" # the only one
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/shop"
  vpc_id              = "vpc-1"
}

resource "aws_cloudwatch_log_group" "shop_logs" {
  name_prefix       = "/aws/vendedlogs/network-firewall/shop-"
  retention_in_days = 365
}

resource "aws_networkfirewall_logging_configuration" "shop" {
  firewall_arn = aws_networkfirewall_firewall.shop.arn

  logging_configuration {
    log_destination_config {
      log_type             = "ALERT"
      log_destination_type = "CloudWatchLogs"
      log_destination = {
        logGroup = aws_cloudwatch_log_group.shop_logs.name
      }
    }
  }
}
