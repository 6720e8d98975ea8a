resource "aws_cloudwatch_log_group" "api" {
  name = "/api"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "abc123"
  deployment_id = "d1"
  stage_name    = "live"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = "$context.requestId"
  }
}
