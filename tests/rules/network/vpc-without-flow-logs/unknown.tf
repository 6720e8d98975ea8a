# case: the VPC is handed to code outside
resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

output "vpc" {
  value = aws_vpc.shop.id
}

# case: a module whose code is not here gets it
resource "aws_vpc" "tools" {
  cidr_block = "10.1.0.0/16"
}

module "flow_logs" {
  source  = "acme/flow-logs/aws"
  version = "1.0.0"

  vpc_id = aws_vpc.tools.id
}
