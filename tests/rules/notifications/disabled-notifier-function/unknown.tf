variable "concurrency" {
  type = number
}

variable "active" {
  type = bool
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: concurrency that is given
resource "aws_lambda_function" "pager" {
  function_name                  = "pager"
  reserved_concurrent_executions = var.concurrency
}

resource "aws_sns_topic_subscription" "pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.pager.arn
}

# case: a switch that is given
resource "aws_sqs_queue" "alerts" {
  name = "alerts"
}

resource "aws_sns_topic_subscription" "alerts" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.alerts.arn
}

resource "aws_lambda_event_source_mapping" "reader" {
  event_source_arn = aws_sqs_queue.alerts.arn
  function_name    = "tickets"
  enabled          = var.active
}
