variable "given" {
  type = string
}

# case: the destination is given
resource "aws_wafv2_web_acl_logging_configuration" "given" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = [var.given] # one only
}
