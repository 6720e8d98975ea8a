# case: another prefix
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

# case: the name of another trail
resource "aws_s3_bucket" "b" {}

data "aws_iam_policy_document" "b" {
  statement {
    actions   = ["s3:GetBucketAcl",   "s3:PutObject"]
    resources = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/AWSLogs/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:cloudtrail:*:*:trail/old-name"]
    }
  }
}

resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = data.aws_iam_policy_document.b.json
}

resource "aws_cloudtrail" "b" {
  name           = "new-name"
  s3_bucket_name = aws_s3_bucket.b.id
}
