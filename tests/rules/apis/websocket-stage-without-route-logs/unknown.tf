# case: the kind of the API is a variable without a value
variable "protocol" {
  type = string
}

resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = var.protocol
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "live"
}
