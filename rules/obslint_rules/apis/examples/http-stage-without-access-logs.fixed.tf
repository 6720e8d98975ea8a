resource "aws_apigatewayv2_stage" "live" {
  api_id = "abc123"
  name   = "live"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.live_logs.arn
    format = jsonencode({
      requestId               = "$context.requestId"
      sourceIp                = "$context.identity.sourceIp"
      requestTime             = "$context.requestTime"
      httpMethod              = "$context.httpMethod"
      path                    = "$context.path"
      status                  = "$context.status"
      responseLatency         = "$context.responseLatency"
      integrationErrorMessage = "$context.integrationErrorMessage"
    })
  }
}

resource "aws_cloudwatch_log_group" "live_logs" {
  name_prefix       = "/aws/vendedlogs/apigateway/live-"
  retention_in_days = 365
}
