# case: a rule
resource "aws_lambda_function" "nightly" {
  function_name = "nightly" # by events
  role          = "arn:aws:iam::111122223333:role/nightly"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = aws_lambda_function.nightly.arn
}

# case: a bucket
resource "aws_lambda_function" "uploads" {
  function_name = "uploads" # by events
  role          = "arn:aws:iam::111122223333:role/uploads"
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = "uploads"

  lambda_function {
    lambda_function_arn = aws_lambda_function.uploads.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

# case: a topic
resource "aws_lambda_function" "jobs" {
  function_name = "jobs" # by events
  role          = "arn:aws:iam::111122223333:role/jobs"
}

resource "aws_sns_topic_subscription" "jobs" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:jobs"
  protocol  = "lambda"
  endpoint  = aws_lambda_function.jobs.arn
}
