# case: a dead-letter queue
resource "aws_lambda_function" "nightly" {
  function_name = "nightly" # by events
  role          = "arn:aws:iam::111122223333:role/nightly"

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:failures"
  }
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = aws_lambda_function.nightly.arn
}

# case: an alarm
resource "aws_lambda_function" "jobs" {
  function_name = "jobs" # by events
  role          = "arn:aws:iam::111122223333:role/jobs"
}

resource "aws_sns_topic_subscription" "jobs" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:jobs"
  protocol  = "lambda"
  endpoint  = aws_lambda_function.jobs.arn
}

resource "aws_cloudwatch_metric_alarm" "jobs" {
  alarm_name  = "jobs"
  namespace   = "AWS/Lambda"
  metric_name = "Errors"
  dimensions  = { FunctionName = aws_lambda_function.jobs.function_name }
}

# case: by its name, from elsewhere
resource "aws_lambda_function" "api" {
  function_name = "api" # by events
  role          = "arn:aws:iam::111122223333:role/api"
}
