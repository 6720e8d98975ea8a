resource "aws_sns_topic" "a" {}

resource "aws_sns_topic_policy" "a" {
  arn = aws_sns_topic.a.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "SNS:Publish"
      Resource  = aws_sns_topic.a.arn
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:cloudtrail:*:*:trail/a" } }
    }]
  })
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  sns_topic_name = aws_sns_topic.a.name
}
