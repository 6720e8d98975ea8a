# case: a variable without a value
variable "topic" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
  sns_topic_name = var.topic
}
