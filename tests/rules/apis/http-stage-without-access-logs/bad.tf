# case: no settings
resource "aws_apigatewayv2_stage" "live" {
  api_id = "abc123"
  name   = "live"
}

# case: settings without a destination
resource "aws_apigatewayv2_stage" "empty" {
  api_id = "abc123"
  name   = "live"

  access_log_settings {
    destination_arn = ""
    format          = "$context.requestId"
  }
}
