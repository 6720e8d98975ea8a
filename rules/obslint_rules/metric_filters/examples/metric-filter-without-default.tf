resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "app"
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "Errors"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  metric_name         = "Errors"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
}
