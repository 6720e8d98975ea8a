resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "balancer-logs"
    enabled = true
  }
}
