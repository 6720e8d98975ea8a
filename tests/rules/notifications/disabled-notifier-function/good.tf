resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: some concurrency
resource "aws_lambda_function" "pager" {
  function_name                  = "pager"
  reserved_concurrent_executions = 5
}

resource "aws_sns_topic_subscription" "pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.pager.arn
}

# case: a job that is stopped
resource "aws_lambda_function" "import" {
  function_name                  = "import"
  reserved_concurrent_executions = 0
}

# case: subscribed to jobs
resource "aws_sns_topic" "jobs" {
  name = "jobs"
}

resource "aws_lambda_function" "jobs" {
  function_name                  = "jobs"
  reserved_concurrent_executions = 0
}

resource "aws_sns_topic_subscription" "jobs" {
  topic_arn = aws_sns_topic.jobs.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.jobs.arn
}

# case: a queue of orders
resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = "orders"
  enabled          = false
}

# case: a queue of alerts that is read
resource "aws_sqs_queue" "alerts" {
  name = "alerts"
}

resource "aws_sns_topic_subscription" "alerts" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.alerts.arn
}

resource "aws_lambda_event_source_mapping" "alerts" {
  event_source_arn = aws_sqs_queue.alerts.arn
  function_name    = "tickets"
}
