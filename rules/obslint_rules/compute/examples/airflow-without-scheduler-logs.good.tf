resource "aws_mwaa_environment" "shop" {
  name = "shop"

  logging_configuration {
    scheduler_logs {
      enabled   = true
      log_level = "WARNING"
    }
  }
}
