# case: warnings are dropped and counted
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

# case: a log group of its own
resource "aws_cloudwatch_log_group" "bills" {
  name = "bills"
}

resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = "arn:aws:iam::123456789012:role/bills"

  logging_config {
    log_format            = "JSON"
    application_log_level = "FATAL" # quiet
    log_group             = aws_cloudwatch_log_group.bills.name
  }
}

resource "aws_cloudwatch_log_metric_filter" "info" {
  name           = "info"
  log_group_name = aws_cloudwatch_log_group.bills.name
  pattern        = "{ $.level = %INFO|WARN% && $.message = \"*timeout*\" }" # counted

  metric_transformation {
    name      = "info"
    namespace = "app"
    value     = "1"
  }
}
