resource "aws_lambda_function" "api" {
  function_name = "orders-api"
  role          = "arn:aws:iam::123456789012:role/x"
  handler       = "a.b"
  runtime       = "python3.12"
  filename      = "x.zip"
  tracing_config { mode = "Active" }
}
resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/lambda/${aws_lambda_function.api.function_name}"
  retention_in_days = 400
  kms_key_id        = "arn:aws:kms:us-east-1:123456789012:key/abc"
}
resource "aws_cloudwatch_log_metric_filter" "err" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.api.name
  pattern        = "ERROR"
  metric_transformation {
    name      = "Errors"
    namespace = "orders"
    value     = "1"
  }
}
resource "aws_sns_topic" "oncall" {
  name              = "oncall"
}
resource "aws_cloudwatch_metric_alarm" "err" {
  alarm_name          = "orders-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = aws_cloudwatch_log_metric_filter.err.metric_transformation[0].name
  namespace           = aws_cloudwatch_log_metric_filter.err.metric_transformation[0].namespace
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.oncall.arn]
}
resource "aws_cloudwatch_metric_alarm" "lambda" {
  alarm_name          = "orders-lambda-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.oncall.arn]
  dimensions          = { FunctionName = aws_lambda_function.api.function_name }
}
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@orders.dev"
}
