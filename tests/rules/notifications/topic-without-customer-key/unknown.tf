variable "given" {
  type = string
}

# case: a key that is given
resource "aws_sns_topic" "oncall" {
  kms_master_key_id = var.given
}
