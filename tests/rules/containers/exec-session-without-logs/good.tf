# case: nothing is said
resource "aws_ecs_cluster" "silent" {
  name = "silent"
}

# case: a block that does not say what to do
resource "aws_ecs_cluster" "block" {
  name = "block"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/shop"
    }
  }
}

# case: a destination of its own
resource "aws_ecs_cluster" "own" {
  name = "own"

  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"

      log_configuration {
        s3_bucket_name = "sessions"
      }
    }
  }
}
