# case: no settings
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4e5f6"
  stage_name    = "live" # the only one
}

# case: off for all methods
resource "aws_api_gateway_stage" "test" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "d4e5f6"
  stage_name    = "test"
}

resource "aws_api_gateway_method_settings" "test" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = aws_api_gateway_stage.test.stage_name
  method_path = "*/*"

  settings {
    logging_level   =   "OFF" # too dear
  }
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

# case: on for one method, and for a stage of that name of another API
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

resource "aws_api_gateway_method_settings" "other" {
  rest_api_id = "j1k2l3"
  stage_name  = "part"
  method_path = "*/*"

  settings {
    logging_level = "ERROR"
  }
}
