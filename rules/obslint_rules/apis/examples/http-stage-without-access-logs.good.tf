resource "aws_cloudwatch_log_group" "api" {
  name = "/api"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = "abc123"
  name   = "live"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = "$context.requestId"
  }
}
