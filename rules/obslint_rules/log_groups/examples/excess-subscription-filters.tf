resource "aws_cloudwatch_log_subscription_filter" "three" {
  name            = "three"
  log_group_name  = aws_cloudwatch_log_group.app.name # too many
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/three"
}
