# case: a classic load balancer from a module
module "shop" {
  source  = "terraform-aws-modules/elb/aws"
  version = "~> 2.0"

  access_logs = {
    bucket  = "logs"
    enabled = false # for now
  }
}

# case: a newer one
module "tools" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.1.0"

  access_logs = {
    enabled = false
    bucket  = "logs"
  }
}
