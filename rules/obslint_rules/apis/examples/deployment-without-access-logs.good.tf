resource "aws_api_gateway_deployment" "now" {
  rest_api_id = "a1b2c3"
}

resource "aws_api_gateway_deployment" "next" {
  rest_api_id = "a1b2c3"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "a1b2c3"
  stage_name    = "live"
  deployment_id = aws_api_gateway_deployment.now.id

  canary_settings {
    deployment_id   = aws_api_gateway_deployment.next.id
    percent_traffic = 5
  }
}
