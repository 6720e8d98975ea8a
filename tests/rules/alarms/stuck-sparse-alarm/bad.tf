# case: the default
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
}

# case: the default, written
resource "aws_cloudwatch_metric_alarm" "failed" {
  alarm_name          = "failed"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "missing" # as ever
}

# case: in a query
resource "aws_cloudwatch_metric_alarm" "query" {
  alarm_name          = "query"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1

  metric_query {
    id          = "failed"
    return_data = true
    metric {
      namespace   = "AWS/Events"
      metric_name = "FailedInvocations"
      stat        = "Sum"
      period      = 60
    }
  }
}
