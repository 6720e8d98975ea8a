# Browsers talk to this one.
resource "aws_apigatewayv2_api" "orders" {
  name          = "${var.name}-orders"
  protocol_type = "HTTP"
  target        = aws_lambda_function.worker["intake"].arn
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.orders.id
  name        = "live"
  auto_deploy = true

  default_route_settings {
    throttling_burst_limit = 200
    throttling_rate_limit  = 100
  }
}

resource "aws_lambda_permission" "orders" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.worker["intake"].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.orders.execution_arn}/*/*"
}

# Suppliers talk to this one, with keys.
resource "aws_api_gateway_rest_api" "partners" {
  name = "${var.name}-partners"
  body = templatefile("${path.module}/partners.yaml", { intake = aws_lambda_function.worker["intake"].invoke_arn })
}

resource "aws_lambda_permission" "partners" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.worker["intake"].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.partners.execution_arn}/*/*"
}

resource "aws_api_gateway_deployment" "partners" {
  rest_api_id = aws_api_gateway_rest_api.partners.id

  triggers = {
    body = sha1(aws_api_gateway_rest_api.partners.body)
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "partners" {
  rest_api_id          = aws_api_gateway_rest_api.partners.id
  deployment_id        = aws_api_gateway_deployment.partners.id
  stage_name           = "live"
  xray_tracing_enabled = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.partners.arn
    format = jsonencode({
      requestId = "$context.requestId"
      caller    = "$context.identity.apiKeyId"
      route     = "$context.resourcePath"
      status    = "$context.status"
      latency   = "$context.responseLatency"
    })
  }
}

resource "aws_cloudwatch_log_group" "partners" {
  name              = "/webshop/${var.name}/partners"
  retention_in_days = 90
}
