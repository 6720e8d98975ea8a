# case: the destination is a variable without a value
variable "stream" {
  type = string
}

resource "aws_wafregional_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"

  logging_configuration {
    log_destination = var.stream
  }
}
