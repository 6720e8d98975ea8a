# case: no block
resource "aws_lb" "shop" {
  name    = "shop"
  subnets = ["subnet-a", "subnet-b"]
}

# case: a block with an empty bucket
resource "aws_alb" "empty" {
  name = "empty"

  access_logs {
    bucket  = ""
    enabled = true
  }
}

# case: a network load balancer that ends TLS
resource "aws_lb" "tls" {
  name               = "tls"
  load_balancer_type = "network"
}

resource "aws_lb_listener" "tls" {
  load_balancer_arn = aws_lb.tls.arn
  port              = 443
  protocol          = "TLS"
}
