resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "abc123"
  stage_name    = "live"
}

# case: id and stage
resource "aws_cloudwatch_log_group" "live" {
  name = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.shop.id}/live" # execution logs
}

# case: another kind of group
resource "aws_cloudwatch_log_group" "access" {
  name = "/aws/vendedlogs/apigateway/shop" # execution logs
}
