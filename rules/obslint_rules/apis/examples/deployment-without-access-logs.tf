resource "aws_api_gateway_deployment" "inline" {
  rest_api_id = "a1b2c3"
  stage_name  = "live" # since 2019
}
