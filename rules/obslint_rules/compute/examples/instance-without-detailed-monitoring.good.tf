resource "aws_instance" "on" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  monitoring    = true
}
