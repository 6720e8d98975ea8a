resource "aws_cloudwatch_log_group" "rare" {
  name            = "/app/orders"
  log_group_class = "INFREQUENT_ACCESS" # cheap
}

resource "aws_cloudwatch_log_group" "passing" {
  name            = "/app/passing"
  log_group_class = "DELIVERY"
}

# case: a metric filter
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.rare.name # the app
  pattern        = "ERROR"

  metric_transformation {
    name      = "errors"
    namespace = "app"
    value     = "1"
  }
}

# case: a subscription filter that names the group
resource "aws_cloudwatch_log_subscription_filter" "ship" {
  name            = "ship"
  log_group_name  = "/app/orders"
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs"
}

# case: an anomaly detector
resource "aws_cloudwatch_log_anomaly_detector" "odd" {
  detector_name      = "odd"
  enabled            = true
  log_group_arn_list = [aws_cloudwatch_log_group.passing.arn]
}
