# case: on for a stage of that name of another API
resource "aws_api_gateway_stage" "part" {
  rest_api_id   = "g7h8i9"
  deployment_id = "d4e5f6"
  stage_name    = "part"
}

resource "aws_api_gateway_method_settings" "other" {
  rest_api_id = "j1k2l3"
  stage_name  = "part"
  method_path = "*/*"

  settings {
    logging_level = "ERROR"
  }
}
