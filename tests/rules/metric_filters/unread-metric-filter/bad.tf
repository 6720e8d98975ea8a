# case: nothing reads it
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

# case: an alarm on the same name in another namespace is about another metric
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "/shop/orders"
  pattern        = "ERROR"

  metric_transformation {
    name      = "Errors"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "function_errors" {
  alarm_name          = "function-errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
}
