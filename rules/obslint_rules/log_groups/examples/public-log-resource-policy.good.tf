resource "aws_cloudwatch_log_resource_policy" "a" {
  policy_name     = "a"
  policy_document = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": {"Service": "es.amazonaws.com"}, "Action": "logs:*", "Resource": "*"},
  {"Effect": "Allow", "Principal": "*", "Action": "logs:PutLogEvents", "Resource": "*",
   "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}]}
EOF
}
