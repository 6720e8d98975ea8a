# case: the module is told to log
module "shop" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"

  logging = {
    target_bucket = "logs"
  }
}

# case: it takes the logs of load balancers
module "logs" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"

  attach_lb_log_delivery_policy = true
}
