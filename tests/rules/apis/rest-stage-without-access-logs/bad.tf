# case: no settings
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "abc123"
  deployment_id = "d1"
  stage_name    = "live"
}

# case: settings without a destination
resource "aws_api_gateway_stage" "empty" {
  rest_api_id   = "abc123"
  deployment_id = "d1"
  stage_name    = "live"

  access_log_settings {
    destination_arn = ""
    format          = "$context.requestId"
  }
}
