resource "aws_cloudwatch_log_subscription_filter" "by_name" {
  name            = "by_name"
  log_group_name  = "/aws/lambda/shipper" # all of it
  filter_pattern  = ""
  destination_arn = aws_lambda_function.shipper.arn
}
