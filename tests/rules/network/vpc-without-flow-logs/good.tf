# case: a flow log of the VPC
resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "shop" {
  vpc_id               = aws_vpc.shop.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

# case: every subnet is recorded
resource "aws_vpc" "tools" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "tools" {
  for_each = toset(["10.1.0.0/24", "10.1.1.0/24"])

  vpc_id     = aws_vpc.tools.id
  cidr_block = each.value
}

resource "aws_flow_log" "tools" {
  for_each = aws_subnet.tools

  subnet_id            = each.value.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

# case: the default VPC of the account
resource "aws_default_vpc" "this" {}

# case: an address range that leaves the code does not matter
output "range" {
  value = aws_vpc.shop.cidr_block
}
