# case: nothing is said
resource "aws_ecs_cluster" "shop" {
  name = "shop" # the shop
}

# case: switched off
resource "aws_ecs_cluster" "off" {
  name = "off"

  setting {
    name  = "containerInsights"
    value = "disabled" # costs money
  }
}
