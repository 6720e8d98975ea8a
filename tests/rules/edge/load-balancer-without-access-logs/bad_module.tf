# case: the module is not told where to log
module "shop" {
  source  = "terraform-aws-modules/alb/aws"
  version = "~> 9.0"
}
