# case: not a multiple of a minute
resource "aws_cloudwatch_metric_alarm" "odd" {
  alarm_name          = "odd"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 90
  evaluation_periods  = 1
}

# case: shorter than a minute
resource "aws_cloudwatch_metric_alarm" "short" {
  alarm_name          = "short"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 45
  evaluation_periods  = 1
}

# case: in a query
resource "aws_cloudwatch_metric_alarm" "query" {
  alarm_name          = "query"
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
      period      = 100
    }
  }
}
