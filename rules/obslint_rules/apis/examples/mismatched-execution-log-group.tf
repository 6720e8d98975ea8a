resource "aws_cloudwatch_log_group" "stage" {
  name = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.shop.id}/prod" # execution logs
}
