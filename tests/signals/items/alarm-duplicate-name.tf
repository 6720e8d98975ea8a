resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name = "age"
  namespace = "AWS/SQS"
  metric_name = "ApproximateAgeOfOldestMessage"
  statistic = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold = 600
  period = 300
  evaluation_periods = 1
  dimensions = { QueueName = "jobs" }
}

resource "aws_cloudwatch_metric_alarm" "second" {
  namespace = "AWS/SQS"
  metric_name = "ApproximateAgeOfOldestMessage"
  statistic = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold = 600
  period = 300
  evaluation_periods = 1
  dimensions = { QueueName = "mails" }
  alarm_name = "age" #! broken
  alarm_name = "mails" #! repaired
}

