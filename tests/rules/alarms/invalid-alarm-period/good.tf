# case: a minute
resource "aws_cloudwatch_metric_alarm" "minute" {
  alarm_name          = "minute"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: a day
resource "aws_cloudwatch_metric_alarm" "day" {
  alarm_name          = "day"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 86400
  evaluation_periods  = 1
}

# case: periods below a minute that are accepted
resource "aws_cloudwatch_metric_alarm" "fine" {
  alarm_name          = "fine"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 30
  evaluation_periods  = 1
}

# case: a query may read every five seconds
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
      period      = 5
    }
  }
}

# case: an expression has no period of its own
resource "aws_cloudwatch_metric_alarm" "insights" {
  alarm_name          = "insights"
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"

  metric_query {
    id          = "busiest"
    expression  = "SELECT MAX(CPUUtilization) FROM \"AWS/EC2\""
    period      = 60
    return_data = true
  }
}
