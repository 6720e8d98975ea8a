# case: inside a query
resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name          = "orders"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 3
  threshold           = 1

  metric_query {
    id          = "m"
    return_data = true

    metric {
      namespace   = "Shop"
      metric_name = "Orders"
      period      = 30 # twice a minute
      stat        = "Sum"
    }
  }
}
