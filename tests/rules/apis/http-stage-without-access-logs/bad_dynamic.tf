variable "access_logs" {
  type    = object({ destination_arn = string, format = string })
  default = null
}

resource "aws_apigatewayv2_api" "web" {
  name          = "web"
  protocol_type = "HTTP"
}

# case: no block is made, as a variable has it
resource "aws_apigatewayv2_stage" "web" {
  api_id = aws_apigatewayv2_api.web.id
  name   = "$default"

  dynamic "access_log_settings" {
    for_each = var.access_logs[*]
    content {
      destination_arn = access_log_settings.value.destination_arn
      format          = access_log_settings.value.format
    }
  }
}
