resource "aws_lambda_function" "orders" {
  function_name = "orders"   # as the dashboard has it
  role          = "arn:aws:iam::111122223333:role/orders"
}

resource "aws_cloudwatch_metric_alarm" "orders_errors" {
  alarm_name          = "${aws_lambda_function.orders.function_name}-errors"
  alarm_description   = "Invocations end in errors or timeouts. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    FunctionName = aws_lambda_function.orders.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "orders_throttles" {
  alarm_name          = "${aws_lambda_function.orders.function_name}-throttles"
  alarm_description   = "Invocations are rejected for lack of concurrency. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    FunctionName = aws_lambda_function.orders.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "orders_duration" {
  alarm_name          = "${aws_lambda_function.orders.function_name}-duration"
  alarm_description   = "Run time nears the timeout or the latency target. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 15
  datapoints_to_alarm = 15
  comparison_operator = "GreaterThanUpperThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Duration"
      stat        = "p90"
      period      = 60
      dimensions = {
        FunctionName = aws_lambda_function.orders.function_name
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "Duration (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "orders_async_events_dropped" {
  alarm_name          = "${aws_lambda_function.orders.function_name}-async-events-dropped"
  alarm_description   = "Asynchronous events were lost. Runbook: to be written."
  namespace           = "AWS/Lambda"
  metric_name         = "AsyncEventsDropped"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    FunctionName = aws_lambda_function.orders.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "nat" {
  alarm_name          = "nat"
  alarm_description   = "see the runbook"
  namespace           = "AWS/NATGateway"
  metric_name         = "ErrorPortAllocation"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  dimensions          = { NatGatewayId = "nat-1" }
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
