# case: the module is not told where to log
module "shop" {
  source  = "terraform-aws-modules/elb/aws"
  version = "~> 2.0"

  subnets = ["subnet-1"] # just one
}

# case: an empty map
module "tools" {
  source      = "terraform-aws-modules/elb/aws"
  access_logs = {}
}
