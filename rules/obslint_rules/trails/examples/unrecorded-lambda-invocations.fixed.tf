resource "aws_cloudtrail" "audit" {
  name           = "audit" # the only one
  s3_bucket_name = "audit-logs"

  event_selector {
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}
