variable "given" {
  type = string
}

# case: the source is given
resource "aws_lambda_event_source_mapping" "given" {
  function_name    = "orders" # by name
  event_source_arn = var.given
}
