# case: an alarm reads it by the same words
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

# case: an alarm reads it by reference
resource "aws_cloudwatch_log_metric_filter" "refused" {
  name           = "refused-orders"
  log_group_name = "/shop/orders"
  pattern        = "REFUSED"

  metric_transformation {
    name      = "RefusedOrders"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "refused" {
  alarm_name          = "refused-orders"
  namespace           = aws_cloudwatch_log_metric_filter.refused.metric_transformation[0].namespace
  metric_name         = aws_cloudwatch_log_metric_filter.refused.metric_transformation[0].name
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
}

# case: a query of an alarm reads it
resource "aws_cloudwatch_log_metric_filter" "late" {
  name           = "late-orders"
  log_group_name = "/shop/orders"
  pattern        = "LATE"

  metric_transformation {
    name      = "LateOrders"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "late-orders"
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"

  metric_query {
    id          = "late"
    return_data = true

    metric {
      namespace   = "Shop"
      metric_name = "LateOrders"
      stat        = "Sum"
      period      = 300
    }
  }
}

# case: a dashboard shows it
resource "aws_cloudwatch_log_metric_filter" "logins" {
  name           = "logins"
  log_group_name = "/shop/accounts"
  pattern        = "LOGIN"

  metric_transformation {
    name      = "Logins"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = "shop"
  dashboard_body = jsonencode({
    widgets = [{ type = "metric", properties = { metrics = [["Shop", "Logins"]] } }]
  })
}
