# case: the module is told to
module "shop" {
  source     = "terraform-aws-modules/ec2-instance/aws"
  version    = "~> 3.0"
  monitoring = true
}

# case: the launch template may say so
module "tools" {
  source          = "terraform-aws-modules/ec2-instance/aws"
  version         = "~> 5.0"
  launch_template = { name = "tools" }
}
