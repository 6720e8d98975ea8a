# scan: complete

# case: no policy at all
resource "aws_cloudwatch_log_group" "app" {
  name = "/app/orders" # customers
}

# case: the policy is of another group
resource "aws_cloudwatch_log_group" "other" {
  name = "/app/payments"
}

resource "aws_cloudwatch_log_data_protection_policy" "third" {
  log_group_name  = "/app/third"
  policy_document = "{}"
}
