resource "aws_lambda_function" "shipper" {
  function_name = "shipper"
  role          = "arn:aws:iam::111122223333:role/shipper"
}

# case: the logs of another function
resource "aws_cloudwatch_log_subscription_filter" "other" {
  name            = "other"
  log_group_name  = "/aws/lambda/orders"
  filter_pattern  = ""
  destination_arn = aws_lambda_function.shipper.arn
}

# case: only lines that match a pattern
resource "aws_cloudwatch_log_subscription_filter" "errors" {
  name            = "errors"
  log_group_name  = "/aws/lambda/shipper"
  filter_pattern  = "ERROR"
  destination_arn = aws_lambda_function.shipper.arn
}

# case: all groups but its own
resource "aws_cloudwatch_log_account_policy" "all" {
  policy_name        = "ship"
  policy_type        = "SUBSCRIPTION_FILTER_POLICY"
  selection_criteria = "LogGroupName NOT IN [\"/aws/lambda/shipper\"]"
  policy_document = jsonencode({
    DestinationArn = aws_lambda_function.shipper.arn
    FilterPattern  = ""
  })
}
