resource "aws_s3_bucket" "a" {}

resource "aws_s3_bucket_policy" "a" {
  bucket = aws_s3_bucket.a.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.a.arn, "${aws_s3_bucket.a.arn}/before/*"] # the former prefix
    }]
  })
}

resource "aws_cloudtrail" "a" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.a.id
  s3_key_prefix  = "after"
}
