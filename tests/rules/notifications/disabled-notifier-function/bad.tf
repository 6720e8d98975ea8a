resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: subscribed to alarms
resource "aws_lambda_function" "pager" {
  function_name                  = "pager"
  reserved_concurrent_executions = 0
}

resource "aws_sns_topic_subscription" "pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.pager.arn
}

# case: subscribed to logs
resource "aws_lambda_function" "errors" {
  function_name = "errors"
  # stopped in an incident
  reserved_concurrent_executions = 0
}

resource "aws_cloudwatch_log_subscription_filter" "errors" {
  name            = "errors"
  log_group_name  = "/app"
  filter_pattern  = "ERROR"
  destination_arn = aws_lambda_function.errors.arn
}

# case: a queue between
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
  enabled          = false   # for now
}
