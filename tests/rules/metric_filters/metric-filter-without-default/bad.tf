# case: an alarm with no word on missing data
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "app"
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "Errors"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  metric_name         = "Errors"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
}

# case: an alarm that waits for too few
resource "aws_cloudwatch_log_metric_filter" "orders" {
  name           = "orders"
  log_group_name = "app"
  pattern        = "\"order placed\"" # counted

  metric_transformation {
    name      = "Orders"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name          = "orders"
  metric_name         = "Orders"
  namespace           = "app"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
  treat_missing_data  = "ignore"
}

# case: the count enters an expression
resource "aws_cloudwatch_log_metric_filter" "failed" {
  name           = "failed"
  log_group_name = "app"
  pattern        = "failed" # counted

  metric_transformation {
    name      = "Failed"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "rate" {
  alarm_name          = "rate"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 5
  treat_missing_data  = "notBreaching"

  metric_query {
    id          = "rate"
    expression  = "100 * failed / all"
    return_data = true
  }

  metric_query {
    id = "failed"
    metric {
      metric_name = "Failed"
      namespace   = "app"
      period      = 60
      stat        = "Sum"
    }
  }

  metric_query {
    id = "all"
    metric {
      metric_name = "Calls"
      namespace   = "app"
      period      = 60
      stat        = "Sum"
    }
  }
}
