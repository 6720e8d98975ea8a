# case: the key is passed in
variable "key" {
  type = string
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      kms_key_id = var.key
    }
  }
}

# case: whether the log group is encrypted is not known
resource "aws_ecs_cluster" "group" {
  name = "group"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name     = "/ecs/exec"
        cloud_watch_encryption_enabled = var.key != ""
      }
    }
  }
}

# case: whether the destination counts is passed in
resource "aws_ecs_cluster" "way" {
  name = "way"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = var.key

      log_configuration {
        cloud_watch_log_group_name = "/ecs/exec"
      }
    }
  }
}
