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
    logging_level = "ERROR"
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
    logging_level = "ERROR"
  }
}

# case: on for one method, which is a choice
resource "aws_api_gateway_stage" "part" {
  rest_api_id   = "g7h8i9"
  deployment_id = "d4e5f6"
  stage_name    = "part"
}

resource "aws_api_gateway_method_settings" "part" {
  rest_api_id = "g7h8i9"
  stage_name  = "part"
  method_path = "orders/GET"

  settings {
    logging_level = "ERROR"
  }
}
