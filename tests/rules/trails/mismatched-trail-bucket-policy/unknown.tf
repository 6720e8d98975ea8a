# case: the name of the trail is not known
variable "name" {}

resource "aws_s3_bucket" "a" {}

resource "aws_s3_bucket_policy" "a" {
  bucket = aws_s3_bucket.a.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:*"
      Resource  = "*"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:cloudtrail:*:*:trail/main" } }
    }]
  })
}

resource "aws_cloudtrail" "a" {
  name           = var.name
  s3_bucket_name = aws_s3_bucket.a.id
}

# case: an account written out
resource "aws_s3_bucket" "b" {}

resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/AWSLogs/123456789012/*"]
    }]
  })
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = aws_s3_bucket.b.id
}
