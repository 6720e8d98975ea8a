resource "aws_launch_configuration" "silent" {
  image_id = "ami-1"
}
