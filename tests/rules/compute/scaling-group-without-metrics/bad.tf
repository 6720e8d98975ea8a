# case: nothing is said
resource "aws_autoscaling_group" "shop" {
  min_size = 1 # at night
  max_size = 2

  launch_template {
    id = "lt-1"
  }
}

# case: an empty list
resource "aws_autoscaling_group" "empty" {
  min_size        = 1
  max_size        = 2
  enabled_metrics = []
}
