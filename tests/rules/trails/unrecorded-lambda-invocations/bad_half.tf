resource "aws_lambda_function" "handler" {
  function_name = "handler"
  role          = "arn:aws:iam::111122223333:role/handler"
}

# case: the other half of the events only, beside a trail that is switched off
resource "aws_cloudtrail" "half" {
  name           = "audit"
  s3_bucket_name = "audit-logs"

  event_selector {
    read_write_type = "ReadOnly" # cheaper

    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}

resource "aws_cloudtrail" "stopped" {
  name           = "stopped"
  s3_bucket_name = "audit-logs"
  enable_logging = false

  event_selector {
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}
