# case: SSE-S3
resource "aws_lb" "front" {
  name = "front"

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "AES256" # asked for by a scanner
    }
  }
}

# case: a network load balancer
resource "aws_lb" "net" {
  name               = "net"
  load_balancer_type = "network"

  access_logs {
    bucket  = aws_s3_bucket.nlb.id
    enabled = true
  }
}

resource "aws_s3_bucket" "nlb" {
  bucket = "nlb"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "nlb" {
  bucket = aws_s3_bucket.nlb.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms" # asked for by a scanner
      kms_master_key_id = "alias/logs"
    }
  }
}
