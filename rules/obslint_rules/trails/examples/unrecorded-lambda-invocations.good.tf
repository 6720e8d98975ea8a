resource "aws_cloudtrail" "classic" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}
