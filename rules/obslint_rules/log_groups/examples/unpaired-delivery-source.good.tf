resource "aws_cloudwatch_log_delivery_source" "cdn" {
  name         = "cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = "arn:aws:cloudfront::111122223333:distribution/E1"
}

resource "aws_cloudwatch_log_delivery_destination" "bucket" {
  name = "bucket"

  delivery_destination_configuration {
    destination_resource_arn = "arn:aws:s3:::logs"
  }
}

resource "aws_cloudwatch_log_delivery" "cdn" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.cdn.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.bucket.arn
}
