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
