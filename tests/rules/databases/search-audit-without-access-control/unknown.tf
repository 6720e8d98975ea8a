# case: the switch is a variable
variable "secure" {
  type = bool
}

resource "aws_opensearch_domain" "shop" {
  advanced_security_options {
    enabled = var.secure
  }
  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:search"
  }
}
