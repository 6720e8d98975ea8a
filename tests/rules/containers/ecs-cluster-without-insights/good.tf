# case: on
resource "aws_ecs_cluster" "on" {
  name = "on"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

# case: enhanced
resource "aws_ecs_cluster" "enhanced" {
  name = "enhanced"

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
