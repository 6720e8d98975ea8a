# case: listed regions
resource "aws_config_configuration_aggregator" "estate" {
  name = "estate"

  account_aggregation_source {
    account_ids = ["123456789012"] # the shop
    regions     = ["us-east-1", "us-west-2"]
  }
}

# case: listed regions, and a no
resource "aws_config_configuration_aggregator" "no" {
  name = "no"

  organization_aggregation_source {
    all_regions   =   false   # for now
    regions     = ["eu-west-1"]
    role_arn    = "arn:aws:iam::123456789012:role/aggregator"
  }
}

# case: no regions
resource "aws_config_configuration_aggregator" "organization" {
  name = "organization"

  organization_aggregation_source {
    all_regions = false
    role_arn    = "arn:aws:iam::123456789012:role/aggregator"
  }
}
