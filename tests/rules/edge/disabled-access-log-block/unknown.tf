# case: a variable without a value
variable "log" {
  type = bool
}

resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "balancer-logs"
    enabled = var.log
  }
}
