# case: the destination is a variable without a value
variable "group" {
  type = string
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "abc123"
  deployment_id = "d1"
  stage_name    = "live"

  access_log_settings {
    destination_arn = var.group
    format          = "$context.requestId"
  }
}
