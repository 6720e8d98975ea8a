# case: the bucket is a variable without a value
variable "log_bucket" {
  type = string
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  logging_config {
    bucket = var.log_bucket
  }
}

# case: a module whose code is not here may attach a delivery
resource "aws_cloudfront_distribution" "handed" {
  enabled = true
}

module "delivery" {
  source  = "acme/delivery/aws"
  version = "1.0.0"

  distribution_arn = aws_cloudfront_distribution.handed.arn
}
