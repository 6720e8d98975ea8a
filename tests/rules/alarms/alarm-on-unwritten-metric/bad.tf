# case: another case
resource "aws_cloudwatch_log_metric_filter" "failures" {
  name           = "failures"
  log_group_name = "/shop/orders"
  pattern        = "ERROR" # any

  metric_transformation {
    name      = "FailedOrders"
    namespace = "Shop/Orders"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name          = "orders"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop/Orders"
  metric_name         = "failedOrders"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: the name of the filter instead of its metric, in a namespace of another case
resource "aws_cloudwatch_log_metric_filter" "timeouts" {
  name           = "order-timeouts"
  log_group_name = "/shop/orders"
  pattern        = "ERROR" # any

  metric_transformation {
    name      = "OrderTimeouts"
    namespace = "Shop/Time"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "late"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "shop/time"
  metric_name         = aws_cloudwatch_log_metric_filter.timeouts.id  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: a letter is missing
resource "aws_cloudwatch_log_metric_filter" "refunds" {
  name           = "refunds"
  log_group_name = "/shop/orders"
  pattern        = "ERROR" # any

  metric_transformation {
    name      = "RefundsRejected"
    namespace = "Shop/Refunds"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "refund" {
  alarm_name          = "refund"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop/Refunds"
  metric_name         = "RefundRejected"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}
