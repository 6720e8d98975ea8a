# case: the group of a function, under a name with a suffix
resource "aws_cloudwatch_log_group" "pay" {
  name_prefix = "/aws/lambda/${aws_lambda_function.pay.function_name}-"
}

resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::123456789012:role/pay"
}

resource "aws_cloudwatch_log_metric_filter" "pay" {
  name           = "pay"
  log_group_name = aws_cloudwatch_log_group.pay.name # by hand
  pattern        = "ERROR"

  metric_transformation {
    name      = "pay"
    namespace = "app"
    value     = "1"
  }
}
