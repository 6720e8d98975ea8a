# case: no permission
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

# case: not by that name
resource "aws_lambda_function" "mailer" {
  function_name = "mailer"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_lambda_permission" "may_mailer" {
  function_name = aws_lambda_function.mailer.function_name
  action        = "lambda:InvokeFunction"
  principal     = "cloudwatch.amazonaws.com"
}

resource "aws_cloudwatch_metric_alarm" "al_mailer" {
  alarm_name          = "al-mailer"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_lambda_function.mailer.arn]
}

# case: another alarm
resource "aws_lambda_function" "logger" {
  function_name = "logger"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_lambda_permission" "may_logger" {
  function_name = aws_lambda_function.logger.function_name
  action        = "lambda:InvokeFunction"
  principal     = "lambda.alarms.cloudwatch.amazonaws.com"
  source_arn    = "arn:aws:sns:eu-central-1:111122223333:news"
}

resource "aws_cloudwatch_metric_alarm" "al_logger" {
  alarm_name          = "al-logger"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_lambda_function.logger.arn]
}
