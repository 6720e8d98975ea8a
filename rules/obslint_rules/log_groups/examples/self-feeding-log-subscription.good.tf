resource "aws_cloudwatch_log_subscription_filter" "other" {
  name            = "other"
  log_group_name  = "/aws/lambda/orders"
  filter_pattern  = ""
  destination_arn = aws_lambda_function.shipper.arn
}
