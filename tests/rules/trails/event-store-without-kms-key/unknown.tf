# case: a variable without a value may be empty
variable "key" {
  type = string
}

resource "aws_cloudtrail_event_data_store" "by_variable" {
  name       = "lake"
  kms_key_id = var.key
}
