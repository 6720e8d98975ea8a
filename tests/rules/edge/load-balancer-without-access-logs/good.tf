# case: logs to a bucket
resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "balancer-logs"
    enabled = true
  }
}

# case: a network load balancer without TLS logs nothing anyway
resource "aws_lb" "tcp" {
  name               = "tcp"
  load_balancer_type = "network"
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.tcp.arn
  port              = 5432
  protocol          = "TCP"
}

# case: a gateway load balancer has no access logs
resource "aws_lb" "firewall" {
  name               = "firewall"
  load_balancer_type = "gateway"
}

# case: a block that is off is the business of another rule
resource "aws_lb" "off" {
  name = "off"

  access_logs {
    bucket = "balancer-logs"
  }
}
