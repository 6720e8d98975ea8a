resource "aws_cloudwatch_log_metric_filter" "failures" {
  name           = "failures"
  log_group_name = "/shop/orders"
  pattern        = "{ $.level = \"error\" }"

  metric_transformation {
    name      = "FailedOrders"
    namespace = "Shop/Orders"
    value     = "1"
    dimensions = { Method = "$.method" }
  }
}

resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name = "orders"
  namespace = "Shop/Orders"
  metric_name = "FailedOrders"
  statistic = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold = 0
  period = 300
  evaluation_periods = 1
  dimensions = { Method = "POST" } #! repaired
}

