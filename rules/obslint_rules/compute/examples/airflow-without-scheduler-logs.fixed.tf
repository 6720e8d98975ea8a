resource "aws_mwaa_environment" "silent" {
  name = "silent"

  logging_configuration {
    scheduler_logs {
      enabled = true
    }
  }
}
