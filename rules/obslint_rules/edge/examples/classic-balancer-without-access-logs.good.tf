resource "aws_elb" "shop" {
  name = "shop"

  access_logs {
    bucket = "balancer-logs"
  }
}
