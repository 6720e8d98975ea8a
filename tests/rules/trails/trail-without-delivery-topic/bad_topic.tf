resource "aws_sns_topic" "other" {
  name = "orders"
}

resource "aws_sns_topic" "deliveries" {
  name = "deliveries"
}

resource "aws_sns_topic_policy" "deliveries" {
  arn = aws_sns_topic.deliveries.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "*"
      Resource  = "*"
    }]
  })
}

# case: the unit has one topic for CloudTrail
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs" # of the account
}
