resource "aws_mwaa_environment" "shop" {
  name = "shop"

  logging_configuration {
    worker_logs {
      enabled   = true
      log_level = "WARNING"
    }
  }
}
