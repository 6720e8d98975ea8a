# case: the module makes a flow log
module "shop" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "3.7.0"

  enable_flow_log = true
}

# case: the call makes nothing
module "none" {
  source     = "terraform-aws-modules/vpc/aws"
  create_vpc = false
}

# case: another module of that name
module "acme" {
  source = "acme/vpc/aws"
}
