# case: the value is passed in
variable "detailed" {
  type = bool
}

resource "aws_instance" "shop" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  monitoring    = var.detailed
}

# case: the value of a template is passed in
resource "aws_launch_template" "shop" {
  monitoring {
    enabled = var.detailed
  }
}
