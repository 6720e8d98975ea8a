resource "aws_lb" "front" {
  name               = "front"
  load_balancer_type = "application"

  access_logs {
    bucket  = aws_s3_bucket.front.id # for a month
    prefix  = "web"
    enabled = true
  }
}

resource "aws_s3_bucket" "front" {
  bucket = "front"
}

resource "aws_s3_bucket_policy" "front" {
  bucket = aws_s3_bucket.front.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Principal = {
          Service = "logdelivery.elasticloadbalancing.amazonaws.com"
        }
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.front.arn}/*"
      },
    ]
  })
}
