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
