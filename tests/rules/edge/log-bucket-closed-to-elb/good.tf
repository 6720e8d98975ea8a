provider "aws" {
  region = "eu-central-1"
}

# case: the service
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
      { Effect = "Allow", Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.front.arn}/*" },
    ]
  })
}

# case: the account of the region
resource "aws_lb" "old" {
  name               = "old"
  load_balancer_type = "application"

  access_logs {
    bucket  = aws_s3_bucket.old.id # for a month
    prefix  = "web"
    enabled = true
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "old"
}

resource "aws_s3_bucket_policy" "old" {
  bucket = aws_s3_bucket.old.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::054676820928:root" }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.old.arn}/*" }]
  })
}

# case: a network load balancer
resource "aws_lb" "net" {
  name               = "net"
  load_balancer_type = "network"

  access_logs {
    bucket  = aws_s3_bucket.net.id # for a month
    prefix  = "web"
    enabled = true
  }
}

resource "aws_s3_bucket" "net" {
  bucket = "net"
}

resource "aws_s3_bucket_policy" "net" {
  bucket = aws_s3_bucket.net.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "delivery.logs.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.net.arn}/*" },
    ]
  })
}

# case: no prefix
resource "aws_lb" "bare" {
  name               = "bare"
  load_balancer_type = "application"

  access_logs {
    bucket  = aws_s3_bucket.bare.id # for a month
    prefix  = ""
    enabled = true
  }
}

resource "aws_s3_bucket" "bare" {
  bucket = "bare"
}

resource "aws_s3_bucket_policy" "bare" {
  bucket = aws_s3_bucket.bare.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.bare.arn}/AWSLogs/*" },
    ]
  })
}

# case: no logs
resource "aws_lb" "quiet" {
  name               = "quiet"
  load_balancer_type = "application"

  access_logs {
    bucket  = aws_s3_bucket.quiet.id # for a month
    prefix  = "web"
    enabled = false
  }
}

resource "aws_s3_bucket" "quiet" {
  bucket = "quiet"
}
