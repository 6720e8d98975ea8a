resource "aws_lambda_function" "pay" {
  function_name = "pay"
  tags          = { Environment = "prod" }

  logging_config {
    log_format            = "JSON"
    application_log_level   =   "INFO"   # since the incident
    system_log_level      = "INFO"
  }
}
