# case: the topic is handed on
resource "aws_sns_topic" "a" {}

output "topic" {
  value = aws_sns_topic.a.arn
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  sns_topic_name = aws_sns_topic.a.name
}
