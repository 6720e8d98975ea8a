provider "aws" {
  region = "eu-west-1"
}

# case: no policy
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

# case: another service
resource "aws_lb" "shop" {
  name               = "shop"
  load_balancer_type = "application"

  access_logs {
    bucket  = aws_s3_bucket.shop.id # for a month
    prefix  = "web"
    enabled = true
  }
}

resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_policy" "shop" {
  bucket = aws_s3_bucket.shop.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.shop.arn}/*" },
    ]
  })
}

# case: another folder
resource "aws_lb" "docs" {
  name               = "docs"
  load_balancer_type = "application"

  access_logs {
    bucket  = aws_s3_bucket.docs.id # for a month
    prefix  = "web"
    enabled = true
  }
}

resource "aws_s3_bucket" "docs" {
  bucket = "docs"
}

resource "aws_s3_bucket_policy" "docs" {
  bucket = aws_s3_bucket.docs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.docs.arn}/docs/AWSLogs/*" },
    ]
  })
}

# case: the account of another region
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
      { Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.net.arn}/*" },
    ]
  })
}
