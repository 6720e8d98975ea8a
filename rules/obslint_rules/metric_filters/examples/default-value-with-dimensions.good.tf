resource "aws_cloudwatch_log_metric_filter" "default" {
  name           = "default"
  log_group_name = "app"
  pattern        = "{ $.level = ERROR }"

  metric_transformation {
    name      = "default"
    namespace = "app"
    value     = "1" # each
    default_value = 0
  }
}
