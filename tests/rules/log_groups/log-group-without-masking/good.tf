# options: {"groups": ["/app/*"]}

# case: masked
resource "aws_cloudwatch_log_group" "app" {
  name = "/app/orders"
}

resource "aws_cloudwatch_log_data_protection_policy" "app" {
  log_group_name  = aws_cloudwatch_log_group.app.name
  policy_document = "{}"
}

# case: not one that is asked about
resource "aws_cloudwatch_log_group" "other" {
  name = "/build/orders"
}
