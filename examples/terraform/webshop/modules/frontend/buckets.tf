# Receives the access logs of everything in this module, so it has none of its own.
resource "aws_s3_bucket" "logs" {
  bucket_prefix = "${var.name}-access-logs-"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 90
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "LoadBalancers"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.logs.arn}/*"
      },
      {
        Sid       = "Buckets"
        Effect    = "Allow"
        Principal = { Service = "logging.s3.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.logs.arn}/s3/*"
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })
}

# Product pictures. Public, and nobody has yet asked who reads them.
resource "aws_s3_bucket" "assets" {
  bucket_prefix = "${var.name}-assets-"
}

# Letters and photos that customers send with a complaint.
resource "aws_s3_bucket" "complaints" {
  bucket_prefix = "${var.name}-complaints-"
}

resource "aws_s3_bucket_logging" "complaints" {
  bucket        = aws_s3_bucket.complaints.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "s3/complaints/"
}
