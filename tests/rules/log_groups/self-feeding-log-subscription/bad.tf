resource "aws_lambda_function" "shipper" {
  function_name = "shipper"
  role          = "arn:aws:iam::111122223333:role/shipper"
}

resource "aws_cloudwatch_log_group" "shipper" {
  name = "/aws/lambda/${aws_lambda_function.shipper.function_name}"
}

# case: the group that Lambda makes
resource "aws_cloudwatch_log_subscription_filter" "by_name" {
  name            = "by_name"
  log_group_name  = "/aws/lambda/shipper" # all of it
  filter_pattern  = ""
  destination_arn = aws_lambda_function.shipper.arn
}

# case: the group is declared
resource "aws_cloudwatch_log_subscription_filter" "by_group" {
  name            = "by_group"
  log_group_name  = aws_cloudwatch_log_group.shipper.name
  filter_pattern  = ""
  destination_arn = aws_lambda_function.shipper.arn
}

# case: all groups of the account
resource "aws_cloudwatch_log_account_policy" "all" {
  policy_name = "ship"
  policy_type = "SUBSCRIPTION_FILTER_POLICY"
  policy_document = jsonencode({
    DestinationArn = aws_lambda_function.shipper.arn
    FilterPattern  = ""
  })
}
