resource "aws_sns_topic" "a" {}

resource "aws_sns_topic_policy" "a" {
  arn = aws_sns_topic.a.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Principal = {
          Service = "cloudtrail.amazonaws.com"
        }
        Action   = "sns:Publish"
        Resource = aws_sns_topic.a.arn
      },
    ]
  })
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  sns_topic_name = aws_sns_topic.a.name # told of new files
}
