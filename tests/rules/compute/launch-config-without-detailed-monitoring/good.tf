# case: on by default
resource "aws_launch_configuration" "silent" {
  image_id = "ami-1"
}

# case: on
resource "aws_launch_configuration" "on" {
  image_id          = "ami-1"
  enable_monitoring = true
}
