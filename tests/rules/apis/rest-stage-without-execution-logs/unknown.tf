# case: the value is a variable without one
variable "setting" {
  type = string
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4e5f6"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "a1b2c3"
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    logging_level = var.setting
  }
}

# case: settings may stand where the stage's name goes
resource "aws_api_gateway_stage" "test" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4e5f6"
  stage_name    = "test"
}

output "stage" {
  value = aws_api_gateway_stage.test.stage_name
}
