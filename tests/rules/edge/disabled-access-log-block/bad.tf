# case: nothing is said, and off is the default
resource "aws_lb" "implicit" {
  name = "implicit"

  access_logs {
    bucket = "balancer-logs" # shared
  }
}

# case: switched off
resource "aws_lb" "explicit" {
  name = "explicit"

  access_logs {
    bucket  = "balancer-logs"
    enabled = false
  }
}

# case: a classic load balancer
resource "aws_elb" "classic" {
  name = "classic"

  access_logs {
    bucket  = "balancer-logs"
    enabled = false
  }
}
