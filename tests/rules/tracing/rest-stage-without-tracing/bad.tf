# case: nothing is said
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live" # the only one
  rest_api_id   = "a1b2c3"
  deployment_id = "d4e5f6"
}

# case: switched off
resource "aws_api_gateway_stage" "test" {
  stage_name    = "test"
  rest_api_id   = "a1b2c3"
  deployment_id = "d4e5f6"

  xray_tracing_enabled   =   false # too dear
}
