# case: quiet
resource "aws_lambda_function" "pay" {
  function_name = "pay"
  tags          = { Environment = "prod" }

  logging_config {
    log_format            = "JSON"
    application_log_level = "WARN"
  }
}

# case: not production
resource "aws_lambda_function" "play" {
  function_name = "play"
  tags          = { Environment = "dev" }

  logging_config {
    log_format            = "JSON"
    application_log_level = "TRACE"
  }
}
