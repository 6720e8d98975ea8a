resource "aws_cloudwatch_log_destination_policy" "a" {
  destination_name = "a"
  access_policy    = <<EOF
{"Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "logs:PutSubscriptionFilter", "Resource": "*",
   "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-abcdefghij"}}},
  {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "logs:PutSubscriptionFilter", "Resource": "*"}]}
EOF
}
