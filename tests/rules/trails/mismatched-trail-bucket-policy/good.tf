# case: the prefix and the name fit
resource "aws_s3_bucket" "a" {}

resource "aws_s3_bucket_policy" "a" {
  bucket = aws_s3_bucket.a.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.a.arn, "${aws_s3_bucket.a.arn}/after/*"]
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:cloudtrail:*:*:trail/main" } }
    }]
  })
}

resource "aws_cloudtrail" "a" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.a.id
  s3_key_prefix  = "after"
}

# case: one statement fits, another does not
resource "aws_s3_bucket" "b" {}

resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = <<EOF
{"Statement": [
  {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "${aws_s3_bucket.b.arn}/old/*"},
  {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:*", "Resource": "*"}
]}
EOF
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = aws_s3_bucket.b.id
}
