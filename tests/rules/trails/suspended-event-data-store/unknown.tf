# case: a variable without a value decides
variable "paused" {
  type = bool
}

resource "aws_cloudtrail_event_data_store" "by_variable" {
  name    = "lake"
  suspend = var.paused
}
