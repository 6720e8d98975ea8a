resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"

  logging_config {
    log_format            = "JSON"
    application_log_level = "ERROR" # quiet
  }
}

resource "aws_cloudwatch_log_metric_filter" "warnings" {
  name           = "warnings"
  log_group_name = "/aws/lambda/orders"
  pattern        = "{ $.level = \"WARN\" }" # counted

  metric_transformation {
    name      = "warnings"
    namespace = "app"
    value     = "1"
  }
}
