variable "body" {
  type = string
}

resource "aws_cloudwatch_log_metric_filter" "failures" {
  name           = "failures"
  log_group_name = "shop"
  pattern        = "FAILED"

  metric_transformation {
    name      = "PaymentFailures"
    namespace = "Shop/Payments"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "failures" {
  alarm_name          = "payment-failures"
  metric_name         = "PaymentFailures"
  namespace           = "Shop/Payments"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 60
  statistic           = "Sum"
  threshold           = 1
}

# case: the body is not known
resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = "shop"
  dashboard_body = var.body
}
