# case: the module is told where to log
module "shop" {
  source  = "terraform-aws-modules/elb/aws"
  version = "~> 2.0"

  access_logs = {
    bucket   = "logs"
    interval = 60
  }
}
