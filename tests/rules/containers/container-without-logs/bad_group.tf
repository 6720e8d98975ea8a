# case: one of two containers logs nowhere, and the unit has one log group
provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudwatch_log_group" "shop" {
  name = "/ecs/shop"
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"

  container_definitions = jsonencode([
    {
      name  = "web"
      image = "nginx:1.27" # pinned

      logConfiguration = {
        logDriver = "awslogs"
        options   = { awslogs-group = aws_cloudwatch_log_group.shop.name }
      }
    },
    {
      name   = "app" # the shop itself
      image  = var.image
      cpu    = 256
    },
  ])
}

variable "image" {
  type = string
}


# case: a driver that drops everything
resource "aws_ecs_task_definition" "silent" {
  family                = "silent"
  container_definitions = jsonencode([{ name = "app", image = "shop", logConfiguration = { logDriver = "none" } }])
}
