# case: a tag for the instances
resource "aws_autoscaling_group" "web" {
  max_size = 3
  min_size = 1

  tag {
    key                 = "owner"
    value               = "shop"
    propagate_at_launch = true
  }
}

# case: the launch template tags them
resource "aws_launch_template" "batch" {
  name = "batch"

  tag_specifications {
    resource_type = "instance"
    tags          = { owner = "shop" }
  }
}

resource "aws_autoscaling_group" "batch" {
  max_size = 3
  min_size = 1

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_name = "batch"
      }
    }
  }
}

# case: the list of tags of old providers
resource "aws_autoscaling_group" "old" {
  max_size = 3
  min_size = 1

  tags = [
    { key = "owner", value = "shop", propagate_at_launch = true },
  ]
}
