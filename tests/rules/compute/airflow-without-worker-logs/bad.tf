# case: nothing is said
resource "aws_mwaa_environment" "silent" {
  name = "silent"
}

# case: only other modules log
resource "aws_mwaa_environment" "other" {
  name = "other"

  logging_configuration {
    task_logs {
      enabled   = true
      log_level = "INFO" # not more
    }
  }
}

# case: switched off
resource "aws_mwaa_environment" "off" {
  name = "off"

  logging_configuration {
    worker_logs {
      enabled   = false
      log_level = "WARNING"
    }
  }
}
