variable "stage" {
  type = string
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "abc123"
  stage_name    = var.stage
}

# case: the name of the stage is not known
resource "aws_cloudwatch_log_group" "live" {
  name = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.shop.id}/live" # execution logs
}

# case: an id that is written out
resource "aws_cloudwatch_log_group" "literal" {
  name = "API-Gateway-Execution-Logs_a1b2c3d4e5/live" # execution logs
}
