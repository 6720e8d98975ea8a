# case: nothing is said
resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "live" # the only one
}

resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

# case: switched off
resource "aws_apigatewayv2_stage" "test" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "test"

  default_route_settings {
    throttling_burst_limit = 100
    logging_level          =   "OFF" # too dear
  }
}
