# case: the principal is not known
variable "who" {}

resource "aws_cloudwatch_log_resource_policy" "a" {
  policy_name     = "a"
  policy_document = jsonencode({ Statement = [{ Effect = "Allow", Principal = var.who, Action = "logs:*", Resource = "*" }] })
}
