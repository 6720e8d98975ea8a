# case: no key
resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
    }
  }
}

# case: a log group without encryption
resource "aws_ecs_cluster" "group" {
  name = "group"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name = "/ecs/exec" # ours
      }
    }
  }
}

# case: a bucket without encryption
resource "aws_ecs_cluster" "bucket" {
  name = "bucket"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
      logging    = "OVERRIDE"

      log_configuration {
        s3_bucket_name               = "sessions"
        s3_bucket_encryption_enabled = false
      }
    }
  }
}
