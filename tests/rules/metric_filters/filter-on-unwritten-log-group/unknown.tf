# case: a function may write to it by its name
resource "aws_cloudwatch_log_group" "app" {
  name = "app-log" # by hand
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"

}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.app.name
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "errors"
    namespace = "app"
    value     = "1"
  }
}
