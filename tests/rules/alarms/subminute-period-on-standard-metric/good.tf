# case: a minute
resource "aws_cloudwatch_metric_alarm" "minute" {
  alarm_name          = "minute"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 3
}

# case: a metric of one's own may be stored every second
resource "aws_cloudwatch_metric_alarm" "custom" {
  alarm_name          = "custom"
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
      period      = 10
    }
  }
}

# case: a service that can publish every twenty seconds
resource "aws_cloudwatch_metric_alarm" "service" {
  alarm_name          = "service"
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"

  metric_query {
    id          = "age"
    return_data = true

    metric {
      namespace   = "AWS/ECS"
      metric_name = "Age"
      stat        = "Maximum"
      period      = 20
    }
  }
}
