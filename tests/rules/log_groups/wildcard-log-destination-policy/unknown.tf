# case: the accounts are not known
variable "accounts" {}

resource "aws_cloudwatch_log_destination_policy" "a" {
  destination_name = "a"
  access_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = var.accounts }, Action = "logs:PutSubscriptionFilter", Resource = "*" }]
  })
}
