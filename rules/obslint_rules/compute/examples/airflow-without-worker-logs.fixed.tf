resource "aws_mwaa_environment" "silent" {
  name = "silent"

  logging_configuration {
    worker_logs {
      enabled = true
    }
  }
}
