# case: no log of any kind
resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
  }
}

# case: a delivery source that is connected to nothing
resource "aws_cloudfront_distribution" "unconnected" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "unconnected" {
  name         = "unconnected"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.unconnected.arn
}

# case: its address leaves the code, which attaches no logs to it
resource "aws_cloudfront_distribution" "published" {
  enabled = true
}

output "address" {
  value = aws_cloudfront_distribution.published.domain_name
}
