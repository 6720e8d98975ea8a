resource "aws_cloudwatch_log_metric_filter" "declined" {
  name           = "declined-payments"
  log_group_name = "/shop/payments"
  pattern        = "DECLINED"

  metric_transformation {
    name      = "DeclinedPayments"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "declined" {
  alarm_name          = "declined-payments"
  namespace           = "Shop"
  metric_name         = "DeclinedPayments"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
}
