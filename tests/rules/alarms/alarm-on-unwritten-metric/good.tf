# case: the metric of the filter
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
  metric_name         = "FailedOrders"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: the filter is called like its metric
resource "aws_cloudwatch_log_metric_filter" "timeouts" {
  name           = "OrderTimeouts"
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
  namespace           = "Shop/Time"
  metric_name         = aws_cloudwatch_log_metric_filter.timeouts.id  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: something else, which an application may write
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

resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop/Refunds"
  metric_name         = "QueueDepth"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}

# case: the same event in another stage
resource "aws_cloudwatch_log_metric_filter" "stages" {
  name           = "stages"
  log_group_name = "/shop/orders"
  pattern        = "ERROR" # any

  metric_transformation {
    name      = "Errors500"
    namespace = "Shop/Http"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "http" {
  alarm_name          = "http"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop/Http"
  metric_name         = "Errors400"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
}
