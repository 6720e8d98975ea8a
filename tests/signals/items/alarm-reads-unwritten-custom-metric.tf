resource "aws_cloudwatch_log_metric_filter" "failures" {
  name           = "failures"
  log_group_name = "/shop/orders"
  pattern        = "{ $.level = \"error\" }"

  metric_transformation {
    name      = "FailedOrders"
    namespace = "Shop/Orders"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name = "orders"
  namespace = "Shop/Orders"
  statistic = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold = 0
  period = 300
  evaluation_periods = 1
  metric_name = "failedOrders" #! broken
  metric_name = "FailedOrders" #! repaired
}

