resource "aws_sns_topic" "deliveries" {}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
  sns_topic_name = aws_sns_topic.deliveries.name
}
