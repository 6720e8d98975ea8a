# case: a variable without a value may be empty
variable "key" {
  type = string
}

resource "aws_cloudwatch_log_group" "by_variable" {
  name       = "/shop/orders"
  kms_key_id = var.key
}
