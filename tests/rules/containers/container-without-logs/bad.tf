# case: no log group
resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([{ image = "shop", name = "app" }])
}

# case: options without a driver, in a local
locals {
  containers = [{
    name             = "app"
    logConfiguration = { options = { awslogs-group = "/ecs/app" } }
  }]
}

resource "aws_ecs_task_definition" "local" {
  family                = "local"
  container_definitions = jsonencode(local.containers)
}
