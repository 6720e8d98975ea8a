# case: its name is put together, and the alarm is written with the same references
variable "stage" {
  default = "prod"
}

variable "area" {}

resource "aws_cloudwatch_log_metric_filter" "refunds" {
  name           = "refunds"
  log_group_name = "/shop/orders"
  pattern        = "REFUND"

  metric_transformation {
    name      =  "${var.area}/Refunds"   # of one area
    namespace = "Shop/${var.stage}"
    value     = "1"
  }
}
