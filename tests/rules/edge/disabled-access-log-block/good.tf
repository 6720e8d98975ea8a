# case: switched on
resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "balancer-logs"
    enabled = true
  }
}

# case: a block of a classic load balancer means on
resource "aws_elb" "classic" {
  name = "classic"

  access_logs {
    bucket = "balancer-logs"
  }
}

# case: no block is the business of another rule
resource "aws_lb" "without" {
  name = "without"
}
