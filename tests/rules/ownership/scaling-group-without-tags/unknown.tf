variable "tags" {
  type = map(string)
}

# case: a dynamic block over a variable without a value
resource "aws_autoscaling_group" "a" {
  max_size = 3
  min_size = 1

  dynamic "tag" {
    for_each = var.tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}

# case: a launch template that is not declared here
resource "aws_autoscaling_group" "b" {
  max_size = 3
  min_size = 1

  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "$Latest"
  }
}
