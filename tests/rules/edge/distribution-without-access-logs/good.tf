# case: standard logging to a bucket
resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
}

# case: standard logging v2
resource "aws_cloudfront_distribution" "delivered" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "delivered" {
  name         = "delivered"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivered.arn
}

resource "aws_cloudwatch_log_delivery" "delivered" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.delivered.name
  delivery_destination_arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:logs"
}

# case: real-time logs of one behavior
resource "aws_cloudfront_distribution" "live" {
  enabled = true

  ordered_cache_behavior {
    path_pattern            = "/api/*"
    target_origin_id        = "shop"
    viewer_protocol_policy  = "redirect-to-https"
    realtime_log_config_arn = "arn:aws:cloudfront::111122223333:realtime-log-config/live"
  }
}
