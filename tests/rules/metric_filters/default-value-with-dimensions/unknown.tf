variable "default" {
  type = number
}

# case: the default may be null
resource "aws_cloudwatch_log_metric_filter" "maybe" {
  name           = "maybe"
  log_group_name = "app"
  pattern        = "{ $.level = ERROR }"

  metric_transformation {
    name      = "maybe"
    namespace = "app"
    value     = "1" # each
    default_value = var.default
    dimensions = {
      Path = "$.path"
    }
  }
}
