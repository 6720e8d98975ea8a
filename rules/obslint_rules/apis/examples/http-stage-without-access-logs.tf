resource "aws_apigatewayv2_stage" "live" {
  api_id = "abc123"
  name   = "live"
}
