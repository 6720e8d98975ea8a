# case: switched off
resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "NONE" # too much noise
    }
  }
}

# case: switched off beside a destination of its own
resource "aws_ecs_cluster" "destination" {
  name = "destination"

  configuration {
    execute_command_configuration {
      logging = "NONE"

      log_configuration {
        cloud_watch_log_group_name = "/ecs/exec"
      }
    }
  }
}
