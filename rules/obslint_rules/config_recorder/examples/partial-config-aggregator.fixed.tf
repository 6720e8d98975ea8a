resource "aws_config_configuration_aggregator" "estate" {
  name = "estate"

  account_aggregation_source {
    account_ids = ["123456789012"] # the shop
    regions     = ["us-east-1", "us-west-2"]
  }
}
