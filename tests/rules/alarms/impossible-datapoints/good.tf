# case: two out of three
resource "aws_cloudwatch_metric_alarm" "possible" {
  alarm_name          = "possible"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
}

# case: three out of three
resource "aws_cloudwatch_metric_alarm" "all" {
  alarm_name          = "all"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 3
}

# case: nothing is said, which means all
resource "aws_cloudwatch_metric_alarm" "implicit" {
  alarm_name          = "implicit"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 3
}
