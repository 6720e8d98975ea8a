resource "aws_lb" "shop" {
  name    = "shop"
  subnets = ["subnet-a", "subnet-b"]
}
