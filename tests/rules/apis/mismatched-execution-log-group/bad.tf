resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "abc123"
  stage_name    = "live"
}

# case: another stage
resource "aws_cloudwatch_log_group" "stage" {
  name = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.shop.id}/prod" # execution logs
}

# case: the name of the API, not its id
resource "aws_cloudwatch_log_group" "title" {
  name = "API-Gateway-Execution-Logs_my-shop/live" # execution logs
}

# case: another sign
resource "aws_cloudwatch_log_group" "sign" {
  name = "API-Gateway-Execution-Logs-${aws_api_gateway_rest_api.shop.id}/live" # execution logs
}
