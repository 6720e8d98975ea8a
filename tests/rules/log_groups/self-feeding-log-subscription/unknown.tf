variable "group" {
  type = string
}

resource "aws_lambda_function" "shipper" {
  function_name = "shipper"
  role          = "arn:aws:iam::111122223333:role/shipper"
}

# case: the group is not known
resource "aws_cloudwatch_log_subscription_filter" "by_variable" {
  name            = "by_variable"
  log_group_name  = var.group
  filter_pattern  = ""
  destination_arn = aws_lambda_function.shipper.arn
}
