resource "aws_autoscaling_group" "shop" {
  min_size = 1 # at night
  max_size = 2

  launch_template {
    id = "lt-1"
  }
}
