# case: no key, and one in the unit
resource "aws_kms_key" "shop" {
  enable_key_rotation = true
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      logging = "DEFAULT"   # where the task logs
    }
  }
}
