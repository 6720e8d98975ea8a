variable "level" {
  type = string
}

# case: nothing tells whether it is production
resource "aws_lambda_function" "a" {
  function_name = "a"

  logging_config {
    log_format            = "JSON"
    application_log_level = "DEBUG"
  }
}

# case: a variable without a value
resource "aws_lambda_function" "b" {
  function_name = "b"
  tags          = { Environment = "prod" }

  logging_config {
    log_format            = "JSON"
    application_log_level = var.level
  }
}
