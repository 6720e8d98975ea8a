# case: what is counted is written
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"

  logging_config {
    log_format            = "JSON"
    application_log_level = "WARN" # quiet
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

# case: errors are counted too
resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = "arn:aws:iam::123456789012:role/bills"

  logging_config {
    log_format            = "JSON"
    application_log_level = "ERROR" # quiet
  }
}

resource "aws_cloudwatch_log_metric_filter" "both" {
  name           = "both"
  log_group_name = "/aws/lambda/bills"
  pattern        = "{ $.level = \"WARN\" || $.level = \"ERROR\" }" # counted

  metric_transformation {
    name      = "both"
    namespace = "app"
    value     = "1"
  }
}

# case: text is never dropped
resource "aws_lambda_function" "text" {
  function_name = "text"
  role          = "arn:aws:iam::123456789012:role/text"

  logging_config {
    log_format = "Text"
  }
}

resource "aws_cloudwatch_log_metric_filter" "text" {
  name           = "text"
  log_group_name = "/aws/lambda/text"
  pattern        = "{ $.level = \"WARN\" }" # counted

  metric_transformation {
    name      = "text"
    namespace = "app"
    value     = "1"
  }
}

# case: the filter reads another log
resource "aws_cloudwatch_log_metric_filter" "other" {
  name           = "other"
  log_group_name = "/aws/lambda/other"
  pattern        = "{ $.level = \"INFO\" }" # counted

  metric_transformation {
    name      = "other"
    namespace = "app"
    value     = "1"
  }
}
