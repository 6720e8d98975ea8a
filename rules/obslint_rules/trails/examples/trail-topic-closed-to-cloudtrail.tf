resource "aws_sns_topic" "a" {}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  sns_topic_name = aws_sns_topic.a.name # told of new files
}
