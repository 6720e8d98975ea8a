# case: the destination is a variable without a value
variable "group" {
  type = string
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = "abc123"
  name   = "live"

  access_log_settings {
    destination_arn = var.group
    format          = "$context.requestId"
  }
}
