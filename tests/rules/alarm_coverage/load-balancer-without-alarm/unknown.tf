# case: no alarm is declared beside it
resource "aws_lb" "web" {
  name    = "web"
  subnets = ["subnet-1", "subnet-2"]   # both zones
}
