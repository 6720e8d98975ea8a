resource "aws_lambda_function" "handler" {
  function_name = "handler"
  role          = "arn:aws:iam::111122223333:role/handler"
}

# case: a classic selector with the kind
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

# case: another trail records them
resource "aws_cloudtrail" "other" {
  name           = "audit-other"
  s3_bucket_name = "audit-logs"
}
