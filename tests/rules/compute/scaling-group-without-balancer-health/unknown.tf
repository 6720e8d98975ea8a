# case: the target groups are passed in
variable "targets" {
  type = list(string)
}

resource "aws_autoscaling_group" "shop" {
  max_size          = 2
  min_size          = 1
  target_group_arns = var.targets
}
