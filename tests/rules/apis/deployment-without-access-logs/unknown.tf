# case: its id leaves the root
resource "aws_api_gateway_deployment" "shop" {
  rest_api_id = "a1b2c3"
}

output "deployment" {
  value = aws_api_gateway_deployment.shop.id
}
