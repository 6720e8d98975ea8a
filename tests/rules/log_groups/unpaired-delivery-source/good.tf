# case: connected by reference
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

# case: by name
resource "aws_cloudwatch_log_delivery_source" "other" {
  name         = "other"
  log_type     = "ACCESS_LOGS"
  resource_arn = "arn:aws:cloudfront::111122223333:distribution/E2"
}

resource "aws_cloudwatch_log_delivery" "other" {
  delivery_source_name     = "other"
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.bucket.arn
}

# case: other accounts deliver here
resource "aws_cloudwatch_log_delivery_destination" "central" {
  name = "central"

  delivery_destination_configuration {
    destination_resource_arn = "arn:aws:s3:::central-logs"
  }
}

resource "aws_cloudwatch_log_delivery_destination_policy" "central" {
  delivery_destination_name   = aws_cloudwatch_log_delivery_destination.central.name
  delivery_destination_policy = "{}"
}
