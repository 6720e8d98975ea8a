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
