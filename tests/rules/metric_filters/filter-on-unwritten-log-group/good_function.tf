# case: the code of a function is told the name of the group
resource "aws_cloudwatch_log_group" "pay" {
  name_prefix = "/aws/lambda/${aws_lambda_function.pay.function_name}-"
}

resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::123456789012:role/pay"
}

resource "aws_lambda_function" "audit" {
  function_name = "audit"
  role          = "arn:aws:iam::123456789012:role/pay"

  environment {
    variables = { LOGS = aws_cloudwatch_log_group.pay.name } # by hand
  }
}

resource "aws_cloudwatch_log_metric_filter" "pay" {
  name           = "pay"
  log_group_name = aws_cloudwatch_log_group.pay.name
  pattern        = "ERROR"

  metric_transformation {
    name      = "pay"
    namespace = "app"
    value     = "1"
  }
}
