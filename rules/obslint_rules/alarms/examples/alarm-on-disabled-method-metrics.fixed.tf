resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "shop" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "abc123"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "shop" {
  rest_api_id = aws_api_gateway_stage.shop.rest_api_id
  stage_name  = aws_api_gateway_stage.shop.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}

resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name          = "orders"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    ApiName  = aws_api_gateway_rest_api.shop.name # of this team
    Stage    = "live" # of this team
    Method   = "GET" # of this team
    Resource = "/orders" # of this team
  }
}
