variable "given" {
  type = string
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_logging" "site" {
  bucket        = "site"
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "site/"
}

# case: the policy is given
resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = var.given
}
