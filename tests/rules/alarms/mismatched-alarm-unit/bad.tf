# case: seconds of a metric in milliseconds
resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2
  unit                = "Seconds"
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: a unit that the filter does not write
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
  unit                = "Count"
}
