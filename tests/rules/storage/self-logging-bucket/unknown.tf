variable "given" {
  type = string
}

# case: the target is given
resource "aws_s3_bucket" "site" {
  bucket = "site"
}

resource "aws_s3_bucket_logging" "site" {
  bucket        = aws_s3_bucket.site.id
  target_bucket = var.given
  target_prefix = "site/"
}
