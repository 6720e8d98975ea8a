resource "aws_ecs_cluster" "shop" {
  name = "shop" # the shop

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
