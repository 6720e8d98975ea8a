resource "aws_lambda_function" "handler" {
  function_name = "handler"
  role          = "arn:aws:iam::111122223333:role/handler"
}

# case: management events only, as is the default
resource "aws_cloudtrail" "audit" {
  name           = "audit" # the only one
  s3_bucket_name = "audit-logs"
}
