# case: logs to another bucket, which is a target and needs none
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "orders/"
}

# case: the block inside the bucket, as providers before version 4 had it
resource "aws_s3_bucket" "old" {
  bucket = "old"

  logging {
    target_bucket = aws_s3_bucket.logs.id
  }
}

# case: the target of a load balancer's logs
resource "aws_s3_bucket" "balancer_logs" {
  bucket = "balancer-logs"
}

resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = aws_s3_bucket.balancer_logs.bucket
    enabled = true
  }
}

# case: its ACL admits the log delivery group
resource "aws_s3_bucket" "deliveries" {
  bucket = "deliveries"
}

resource "aws_s3_bucket_acl" "deliveries" {
  bucket = aws_s3_bucket.deliveries.id
  acl    = "log-delivery-write"
}
