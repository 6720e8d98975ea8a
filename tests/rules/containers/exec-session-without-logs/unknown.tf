# case: the kind of logging is passed in
variable "logging" {
  type = string
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      logging = var.logging
    }
  }
}
