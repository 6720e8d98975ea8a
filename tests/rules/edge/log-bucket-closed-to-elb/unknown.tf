variable "given" {
  type = string
}

# case: a policy that is given
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
  policy = var.given
}

# case: the account of the region, looked up
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

data "aws_elb_service_account" "here" {}

resource "aws_s3_bucket_policy" "old" {
  bucket = aws_s3_bucket.old.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = data.aws_elb_service_account.here.arn }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.old.arn}/*" }]
  })
}
