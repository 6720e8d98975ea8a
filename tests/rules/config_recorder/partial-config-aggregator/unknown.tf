variable "all" {
  type = bool
}

# case: a variable without a value decides
resource "aws_config_configuration_aggregator" "estate" {
  name = "estate"

  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = var.all
  }
}
