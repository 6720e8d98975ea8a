resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

# case: errors are logged
resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "live"

  default_route_settings {
    logging_level = "ERROR"
  }
}

# case: for one route
resource "aws_apigatewayv2_stage" "test" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "test"

  route_settings {
    route_key     = "$connect"
    logging_level = "INFO"
  }
}

# case: HTTP APIs have no such logs
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "shop" {
  api_id = aws_apigatewayv2_api.shop.id
  name   = "$default"
}
