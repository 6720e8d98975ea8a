# case: nothing is said
resource "aws_instance" "shop" {
  ami           = "ami-1"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = true
  }
}

# case: switched off, although the template says otherwise
resource "aws_instance" "off" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  monitoring    = false # costs money

  launch_template {
    id = "lt-1"
  }
}

# case: a template that does not say it
resource "aws_launch_template" "silent" {
  name = "silent"
}

# case: a template that switches it off
resource "aws_launch_template" "off" {
  name = "off"

  monitoring {
    enabled = false
  }
}
