# case: the value is passed in
variable "detailed" {
  type = bool
}

resource "aws_launch_configuration" "shop" {
  enable_monitoring = var.detailed
}
