# case: the caller is not known
variable "service" {}

resource "aws_lambda_function" "a" {
  function_name = "shipper"
  role          = "arn:aws:iam::123456789012:role/shipper"
}

resource "aws_lambda_permission" "a" {
  function_name = aws_lambda_function.a.function_name
  action        = "lambda:InvokeFunction"
  principal     = var.service
}

resource "aws_cloudwatch_log_subscription_filter" "a" {
  name            = "a"
  log_group_name  = "a"
  filter_pattern  = ""
  destination_arn = aws_lambda_function.a.arn
}
