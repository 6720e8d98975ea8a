resource "aws_cloudwatch_log_destination_policy" "a" {
  destination_name = "a"
  access_policy    = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }] # all
  })
}
