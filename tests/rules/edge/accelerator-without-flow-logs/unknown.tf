# case: a variable without a value decides
variable "logged" {
  type = bool
}

resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop"

  attributes {
    flow_logs_enabled   = var.logged
    flow_logs_s3_bucket = "flow-logs"
  }
}
