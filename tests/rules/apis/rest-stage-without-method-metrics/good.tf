# case: on for all methods
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "d4e5f6"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

# case: the stage is meant by its name
resource "aws_api_gateway_stage" "test" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4e5f6"
  stage_name    = "test"
}

resource "aws_api_gateway_method_settings" "test" {
  rest_api_id = "a1b2c3"
  stage_name  = "test"
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}
