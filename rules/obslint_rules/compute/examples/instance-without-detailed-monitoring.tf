resource "aws_instance" "shop" {
  ami           = "ami-1"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = true
  }
}
