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

# case: what is there
resource "aws_cloudwatch_dashboard" "right" {
  dashboard_name = "right"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [["Shop/Payments", "PaymentFailures"], ["AWS/Lambda", "Errors", "FunctionName", "orders"]]
        region  = "eu-west-1"
      }
    }]
  })
}

# case: other things of the application
resource "aws_cloudwatch_dashboard" "others" {
  dashboard_name = "others"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [["Shop/Payments", "Refunds"], ["Shop/Carts", "PaymentsMade"], [{ expression = "m1 / 2" }]]
        region  = "eu-west-1"
      }
    }]
  })
}

# case: alarms by reference and of another team
resource "aws_cloudwatch_dashboard" "alarms" {
  dashboard_name = "alarms"
  dashboard_body = jsonencode({
    widgets = [{
      type = "alarm"
      properties = {
        alarms = [aws_cloudwatch_metric_alarm.failures.arn, "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:disk"]
      }
    }]
  })
}
