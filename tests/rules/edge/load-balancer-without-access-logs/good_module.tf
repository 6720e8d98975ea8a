# case: the module is told where to log
module "shop" {
  source  = "terraform-aws-modules/alb/aws"
  version = "~> 9.0"

  access_logs = { bucket = "logs" }
}

# case: a network load balancer, which logs the requests of TLS listeners only
module "net" {
  source  = "terraform-aws-modules/alb/aws"
  version = "8.7.0"

  load_balancer_type = "network"
}
