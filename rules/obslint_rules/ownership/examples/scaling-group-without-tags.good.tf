resource "aws_autoscaling_group" "web" {
  max_size = 3
  min_size = 1

  tag {
    key                 = "owner"
    value               = "shop"
    propagate_at_launch = true
  }
}
