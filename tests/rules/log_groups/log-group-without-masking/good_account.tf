# case: the account masks in all groups
resource "aws_cloudwatch_log_group" "app" {
  name = "/app/orders"
}

resource "aws_cloudwatch_log_account_policy" "all" {
  policy_name     = "mask"
  policy_type     = "DATA_PROTECTION_POLICY"
  policy_document = "{}"
}
