# case: every account
resource "aws_cloudwatch_log_destination_policy" "a" {
  destination_name = "a"
  access_policy    = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }] # all
  })
}

# case: every action
resource "aws_cloudwatch_log_destination_policy" "b" {
  destination_name = "b"
  access_policy    = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action":   "logs:*", "Resource": "*"}]}
EOF
}
