# case: a dynamic block over a variable without a value
variable "logs" {
  type = map(string)
}

resource "aws_opensearch_domain" "shop" {
  dynamic "log_publishing_options" {
    for_each = var.logs
    content {
      log_type                 = log_publishing_options.key
      cloudwatch_log_group_arn = log_publishing_options.value
    }
  }
}
