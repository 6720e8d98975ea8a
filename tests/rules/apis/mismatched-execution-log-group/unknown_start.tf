resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "abc123"
  stage_name    = "live"
}

# case: a group of one's own, whose name starts with what is not known
resource "aws_cloudwatch_log_group" "access" {
  name = "${aws_api_gateway_rest_api.shop.id}-access-logs" # who called
}
