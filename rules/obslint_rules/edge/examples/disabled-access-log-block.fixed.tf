resource "aws_lb" "implicit" {
  name = "implicit"

  access_logs {
    bucket  = "balancer-logs" # shared
    enabled = true
  }
}
