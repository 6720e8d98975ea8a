resource "aws_autoscaling_group" "web" {
  max_size             = 3 # nights
  min_size             = 1
  launch_configuration = "web"
}
