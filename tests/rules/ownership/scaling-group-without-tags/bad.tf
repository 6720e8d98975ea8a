# case: no tags
resource "aws_autoscaling_group" "web" {
  max_size             = 3 # nights
  min_size             = 1
  launch_configuration = "web"
}

# case: a tag of the group only
resource "aws_autoscaling_group" "worker" {
  max_size = 3
  min_size = 1

  tag {
    key                 = "Name"
    value               = "worker"
    propagate_at_launch = false
  }
}

# case: a launch template that tags volumes only
resource "aws_launch_template" "batch" {
  name = "batch"

  tag_specifications {
    resource_type = "volume"
    tags          = { owner = "shop" }
  }
}

resource "aws_autoscaling_group" "batch" {
  max_size = 3
  min_size = 1

  launch_template {
    id = aws_launch_template.batch.id
  }
}
