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

# case: the name of a metric
resource "aws_cloudwatch_dashboard" "metric" {
  dashboard_name = "metric"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [["Shop/Payments", "PaymentFailure"], [".", "Orders"]]
        region  = "eu-west-1"
      }
    }]
  })
}

# case: the namespace, and a row that repeats it
resource "aws_cloudwatch_dashboard" "namespace" {
  dashboard_name = "namespace"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [["Shop-Payments", "Orders"], [".", "PaymentFailures"]]
        region  = "eu-west-1"
      }
    }]
  })
}

# case: the name of an alarm
resource "aws_cloudwatch_dashboard" "alarm" {
  dashboard_name = "alarm"
  dashboard_body = jsonencode({
    widgets = [{
      type = "alarm"
      properties = {
        alarms = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:payment_failures"]
      }
    }]
  })
}
