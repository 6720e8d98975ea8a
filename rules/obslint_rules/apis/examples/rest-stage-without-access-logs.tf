resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "abc123"
  deployment_id = "d1"
  stage_name    = "live"
}
