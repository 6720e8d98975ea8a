# case: an alarm reads its metrics
resource "aws_lambda_function" "orders" {
  function_name = "orders"   # as the dashboard has it
  role          = "arn:aws:iam::111122223333:role/orders"
}

resource "aws_cloudwatch_metric_alarm" "own" {
  alarm_name          = "own"
  alarm_description   = "see the runbook"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  dimensions          = { FunctionName = aws_lambda_function.orders.function_name }
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "https"
  endpoint  = "https://events.pagerduty.com/integration/abc/enqueue" # not e-mail
}

# case: the alarm is on what it logs
resource "aws_lambda_function" "mails" {
  function_name = "mails"
  role          = "arn:aws:iam::111122223333:role/mails"
}

resource "aws_cloudwatch_log_group" "mails" {
  name = "/aws/lambda/${aws_lambda_function.mails.function_name}"
}

resource "aws_cloudwatch_log_metric_filter" "mails" {
  name           = "bounces"
  log_group_name = aws_cloudwatch_log_group.mails.name
  pattern        = "bounced"

  metric_transformation {
    name      = "Bounces"
    namespace = "Mails"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "bounces" {
  alarm_name          = "bounces"
  namespace           = "Mails"
  metric_name         = "Bounces"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

# case: in a ratio
resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = "arn:aws:iam::111122223333:role/bills"
}

resource "aws_cloudwatch_metric_alarm" "bills" {
  alarm_name          = "bills"
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "rate"
    expression  = "100 * errors / calls"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "Errors", calls = "Invocations" }
    content {
      id = metric_query.key
      metric {
        namespace   = "AWS/Lambda"
        metric_name = metric_query.value
        stat        = "Sum"
        period      = 300
        dimensions  = { FunctionName = aws_lambda_function.bills.function_name }
      }
    }
  }
}
