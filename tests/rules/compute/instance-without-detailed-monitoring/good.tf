# case: on
resource "aws_instance" "on" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  monitoring    = true
}

# case: the template decides
resource "aws_launch_template" "on" {
  monitoring {
    enabled = true
  }
}

resource "aws_instance" "templated" {
  launch_template {
    id = aws_launch_template.on.id
  }
}
