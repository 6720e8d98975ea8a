resource "aws_lambda_function" "pager" {
  function_name = "pager"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_cloudwatch_metric_alarm" "al_pager" {
  alarm_name          = "al-pager"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_lambda_function.pager.arn]
}
