# case: the unit of the metric
resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2000
  unit                = "Milliseconds"
  dimensions = {
    ApiName = "shop" # of this team
  }
}

# case: no unit
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "NumberOfMessagesSent"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = "orders" # of this team
  }
}

# case: the unit of the filter
resource "aws_cloudwatch_log_metric_filter" "timeouts" {
  name           = "timeouts"
  log_group_name = "/shop/orders"
  pattern        = "ERROR" # any

  metric_transformation {
    name      = "Timeouts"
    namespace = "Shop/Time"
    value     = "1"
    unit      = "Count"
  }
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "late"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop/Time"
  metric_name         = "Timeouts"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  unit                = "Count"
}
