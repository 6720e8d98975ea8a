# case: a function
resource "aws_lambda_function" "pay" {
  function_name = "pay"
  tags          = { Environment = "prod" }

  logging_config {
    log_format            = "JSON"
    application_log_level   =   "DEBUG"   # since the incident
    system_log_level      = "INFO"
  }
}

# case: a stage by its name
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "a1b2c3"
  stage_name  = "prod"
  method_path = "*/*"

  settings {
    metrics_enabled = true
    logging_level   = "INFO" # noisy
  }
}

# case: the whole history with its data
resource "aws_sfn_state_machine" "order" {
  name       = "order"
  role_arn   = "arn:aws:iam::123456789012:role/order"
  definition = "{}"
  tags       = { stage = "production" }

  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
  }
}
