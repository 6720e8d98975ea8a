resource "aws_cloudwatch_log_subscription_filter" "one" {
  name            = "one"
  log_group_name  = aws_cloudwatch_log_group.app.name
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/one"
}

resource "aws_cloudwatch_log_subscription_filter" "two" {
  name            = "two"
  log_group_name  = "/app/orders"
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/two"
}
