# case: no ECS Exec configuration, which is judged elsewhere
resource "aws_ecs_cluster" "silent" {
  name = "silent"
}

# case: no logs at all, which is another rule
resource "aws_ecs_cluster" "none" {
  name = "none"

  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}

# case: a key, and the log group asks for one as well
resource "aws_ecs_cluster" "own" {
  name = "own"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name     = "/ecs/exec"
        cloud_watch_encryption_enabled = true
      }
    }
  }
}

# case: the log group has a key by itself
resource "aws_cloudwatch_log_group" "exec" {
  name       = "/ecs/sessions"
  kms_key_id = "arn:aws:kms:eu-west-1:111111111111:key/shop"
}

resource "aws_ecs_cluster" "keyed" {
  name = "keyed"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name = aws_cloudwatch_log_group.exec.name
      }
    }
  }
}
