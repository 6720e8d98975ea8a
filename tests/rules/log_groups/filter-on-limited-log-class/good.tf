resource "aws_cloudwatch_log_group" "app" {
  name = "/app/orders"
}

resource "aws_cloudwatch_log_group" "passing" {
  name            = "/app/passing"
  log_group_class = "DELIVERY"
}

# case: the standard class is the default
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.app.name
  pattern        = "ERROR"

  metric_transformation {
    name      = "errors"
    namespace = "app"
    value     = "1"
  }
}

# case: this is how events leave a group of the class DELIVERY
resource "aws_cloudwatch_log_subscription_filter" "ship" {
  name            = "ship"
  log_group_name  = aws_cloudwatch_log_group.passing.name
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs"
}
