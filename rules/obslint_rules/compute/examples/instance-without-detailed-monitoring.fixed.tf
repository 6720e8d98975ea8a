resource "aws_instance" "shop" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  monitoring    = true

  root_block_device {
    encrypted = true
  }
}
