# case: a flow log beside the call may be its own
module "shop" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.2"
}

resource "aws_flow_log" "shop" {
  vpc_id       = module.shop.vpc_id
  traffic_type = "ALL"
}

# case: the VPC is handed to code outside
module "shared" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.2"
}

output "vpc" {
  value = module.shared.vpc_id
}

# case: a version that nobody has looked at
module "future" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 99.0"
}

# case: a branch
module "branch" {
  source = "github.com/terraform-aws-modules/terraform-aws-vpc?ref=main"
}

# case: nobody knows whether it is wanted
variable "wanted" {
  type = bool
}

module "perhaps" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.2"

  enable_flow_log = var.wanted
}
