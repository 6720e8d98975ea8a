# case: a metric of their own
resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name          = "orders"
  namespace           = "Shop"
  metric_name         = "Orders"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 3
  period   =   10   # as fast as can be
  statistic           = "Sum"
  threshold           = 1
}
