# case: no block
resource "aws_elb" "shop" {
  name               = "shop"
  availability_zones = ["eu-central-1a"]

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

# case: a switch that is off, and no bucket
resource "aws_elb" "off" {
  name = "off"

  access_logs {
    bucket  = ""
    enabled = false
  }
}
