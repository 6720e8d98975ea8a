resource "aws_cloudwatch_log_delivery_source" "cdn" {
  name         = "cdn" # the shop
  log_type     = "ACCESS_LOGS"
  resource_arn = "arn:aws:cloudfront::111122223333:distribution/E1"
}
