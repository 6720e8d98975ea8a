resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop" # the only one
}
