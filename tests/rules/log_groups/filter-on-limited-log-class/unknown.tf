variable "class" {
  type = string
}

resource "aws_cloudwatch_log_group" "app" {
  name            = "/app/orders"
  log_group_class = var.class
}

# case: the class is not known
resource "aws_cloudwatch_log_subscription_filter" "ship" {
  name            = "ship"
  log_group_name  = aws_cloudwatch_log_group.app.name
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs"
}
