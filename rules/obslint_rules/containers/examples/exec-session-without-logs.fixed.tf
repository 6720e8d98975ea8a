resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "DEFAULT" # too much noise
    }
  }
}
