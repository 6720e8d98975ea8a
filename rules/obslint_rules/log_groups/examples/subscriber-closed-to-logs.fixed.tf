resource "aws_cloudwatch_log_group" "a" {
  name = "a"
}

resource "aws_lambda_function" "a" {
  function_name = "shipper"
  role          = "arn:aws:iam::123456789012:role/shipper"
}

resource "aws_lambda_permission" "a" {
  function_name = aws_lambda_function.a.function_name
  action        = "lambda:InvokeFunction"
  principal     = "logs.amazonaws.com"
  source_arn    = "${aws_cloudwatch_log_group.a.arn}:*"
}

resource "aws_cloudwatch_log_subscription_filter" "a" {
  name            = "a"
  log_group_name  = aws_cloudwatch_log_group.a.name
  filter_pattern  = ""
  destination_arn =   aws_lambda_function.a.arn # ships them
}
