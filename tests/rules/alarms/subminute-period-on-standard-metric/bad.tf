# case: a metric of a service
resource "aws_cloudwatch_metric_alarm" "service" {
  alarm_name          = "service"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 10
  evaluation_periods  = 3
}

# case: a metric that a filter counts, in a query
resource "aws_cloudwatch_log_metric_filter" "age" {
  name           = "age"
  log_group_name = "/shop/orders"
  pattern        = "{ $.age = * }"

  metric_transformation {
    name      = "Age"
    namespace = "Shop"
    value     = "$.age"
  }
}

resource "aws_cloudwatch_metric_alarm" "counted" {
  alarm_name          = "counted"
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"

  metric_query {
    id          = "age"
    return_data = true

    metric {
      namespace   = "Shop"
      metric_name = "Age"
      stat        = "Maximum"
      period      = 30
    }
  }
}
