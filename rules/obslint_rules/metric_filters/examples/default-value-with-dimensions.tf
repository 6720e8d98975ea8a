resource "aws_cloudwatch_log_metric_filter" "both" {
  name           = "both"
  log_group_name = "app"
  pattern        = "{ $.level = ERROR }"

  metric_transformation {
    name      = "both"
    namespace = "app"
    value     = "1" # each
    default_value = 0
    dimensions = {
      Path = "$.path"
    }
  }
}
