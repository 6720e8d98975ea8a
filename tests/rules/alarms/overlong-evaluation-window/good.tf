# case: a day in short periods
resource "aws_cloudwatch_metric_alarm" "day" {
  alarm_name          = "day"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 300
  evaluation_periods  = 288
}

# case: a week in hours
resource "aws_cloudwatch_metric_alarm" "week" {
  alarm_name          = "week"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 3600
  evaluation_periods  = 168
}

# case: two days in hours
resource "aws_cloudwatch_metric_alarm" "two_days" {
  alarm_name          = "two-days"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 3600
  evaluation_periods  = 48
}
