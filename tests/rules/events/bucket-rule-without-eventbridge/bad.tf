# case: no notifications
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

# case: other notifications, the bucket by its name
resource "aws_s3_bucket" "reports" {
  bucket = "reports-111122223333"
}

resource "aws_s3_bucket_notification" "reports" {
  bucket = aws_s3_bucket.reports.id
}

resource "aws_cloudwatch_event_rule" "reports" {
  event_pattern = <<-JSON
    {
      "source": ["aws.s3"],
      "detail-type": ["Object Created"],
      "detail": {"bucket": {"name": ["reports-111122223333"]}}
    }
  JSON
}
