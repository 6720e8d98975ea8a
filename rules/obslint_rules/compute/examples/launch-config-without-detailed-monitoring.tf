resource "aws_launch_configuration" "shop" {
  image_id          = "ami-1" # ours
  enable_monitoring = false
  instance_type     = "t3.micro"
}
