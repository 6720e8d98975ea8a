resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-111122223333"
}

resource "aws_cloudwatch_event_rule" "uploads" {
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["Object Created"]
    detail      = { bucket = { name = [aws_s3_bucket.uploads.id] } } # theirs
  })
}
