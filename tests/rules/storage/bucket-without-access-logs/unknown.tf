# case: whose logging it is is not known
variable "logged" {
  type = string
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_logging" "logged" {
  bucket        = var.logged
  target_bucket = "logs"
  target_prefix = "logged/"
}

# case: the bucket is handed to a module whose code is not here
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices"
}

module "logging" {
  source  = "acme/bucket-logging/aws"
  version = "1.0.0"

  bucket = aws_s3_bucket.invoices.id
}
