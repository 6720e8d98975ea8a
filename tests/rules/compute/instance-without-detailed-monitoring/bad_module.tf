# case: the module is not told to
module "shop" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "~> 3.0"

  name = "shop" # the only one
}

# case: it is told not to
module "tools" {
  source     = "terraform-aws-modules/ec2-instance/aws"
  monitoring = false
}
