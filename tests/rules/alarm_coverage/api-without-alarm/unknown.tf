# case: no alarm is declared beside it
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"   # as customers know it
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "abc123"
  stage_name    = "prod"
}
